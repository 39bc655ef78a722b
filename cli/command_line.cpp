#include "cli/command_line.h"

#include <list>
#include <stdexcept>

#include <CLI/CLI.hpp>

#include "cli/option_table.h"
#include "cli/suggestion.h"
#include "cli/usage_error.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/text/utf8.h"

namespace dutylist::cli {
namespace {

std::vector<std::string_view> command_names() {
    std::vector<std::string_view> names;
    for (const Command& command : command_table()) names.push_back(command.name);
    return names;
}

std::string spelling(const Option& option) {
    std::string names(option.name);
    if (option.letter != 0) names = std::string("-") + option.letter + "," + names;
    return names;
}

[[noreturn]] void refuse_command(const std::string& word) {
    const std::vector<std::string_view> names = command_names();
    const std::vector<std::string> list(names.begin(), names.end());
    throw UsageError(Code::usage_unknown_command, {word, list, suggestion(word, names)});
}

[[noreturn]] void refuse_option(const std::string& word, std::string_view command) {
    const std::string name = to_valid_utf8(word.substr(0, word.find('=')));
    std::vector<std::string_view> names;
    for (const Option& option : option_table()) {
        if (use_of(option, command)) names.push_back(option.name);
    }
    const Argument meant = suggestion(name, names);
    if (command.empty()) throw UsageError(Code::usage_unknown_global_option, {name, meant});
    throw UsageError(Code::usage_unknown_option, {name, std::string(command), meant});
}

[[noreturn]] void refuse_value(const Option& option, const OptionUse& use) {
    if (!use.takes_value()) throw UsageError(Code::usage_no_value, {option.name});
    throw UsageError(Code::usage_option_value, {option.name, Message{use.value, {}}});
}

// CLI11 refused the line: finds the word for which, and says so in the words of the catalogue.
[[noreturn]] void refuse_line(const CLI::ParseError& error, const Command& command,
                              std::span<const std::string> words) {
    for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
        const std::string& word = words[i];
        if (word.size() < 2 || word[0] != '-') continue;
        const Option* option = find_option(word);
        const OptionUse* use = option ? use_of(*option, command.name) : nullptr;
        if (!use) refuse_option(word, command.name);
        const bool has_value = word.find('=') != std::string::npos;
        if (has_value != use->takes_value()) {
            const bool value_follows = !has_value && i + 1 < words.size() &&
                                       !(words[i + 1].size() > 1 && words[i + 1][0] == '-');
            if (!value_follows) refuse_value(*option, *use);
            ++i;
        }
    }
    // There is no other mistake to make.
    throw std::logic_error("CLI11 error " + std::to_string(error.get_exit_code()));
}

// Names of files may be any bytes; all other values stand in texts.
void require_text(const Option& option, const OptionUse& use, const std::string& value) {
    const bool is_path = use.value == Code::value_file || use.value == Code::value_folder ||
                         use.value == Code::value_name_or_folder;
    if (value.empty()) refuse_value(option, use);
    if (!is_path && !is_valid_utf8(value)) {
        throw UsageError(Code::usage_not_text, {std::string(option.name)});
    }
}

void require_count(const Command& command, std::size_t count) {
    if (count < command.minimum) {
        throw UsageError(Code::usage_missing_argument,
                         {std::string(command.name), Message{command.arguments, {}}});
    }
    if (count > command.maximum) {
        throw UsageError(Code::usage_too_many_arguments,
                         {std::string(command.name), std::to_string(command.maximum)});
    }
}

// The options of a line without a command: --help, --version, --lang and the like.
void read_global_options(std::span<const std::string> words, CommandLine& line) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Option* option = find_option(words[i]);
        const OptionUse* use = option ? use_of(*option, "") : nullptr;
        if (!use) refuse_option(words[i], "");
        std::string value;
        if (use->takes_value()) {
            const std::size_t equals = words[i].find('=');
            if (equals != std::string::npos) {
                value = words[i].substr(equals + 1);
            } else if (++i < words.size()) {
                value = words[i];
            }
            require_text(*option, *use, value);
        }
        line.options[std::string(option->name)] = value;
    }
}

// Finds the command; what is left are its options and arguments. Options may stand before it:
// dutylist --lang zh convert list.txt.
std::vector<std::string> take_command(std::span<const std::string> words, CommandLine& line) {
    std::vector<std::string> rest;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (line.command) {
            rest.push_back(word);
            continue;
        }
        if (word.empty() || word[0] != '-') {
            line.command = find_command(word);
            if (!line.command) refuse_command(to_valid_utf8(word));
            continue;
        }
        rest.push_back(word);
        if (word == "--version" || word == "-V") line.version = true;
        const Option* option = find_option(word);
        const bool value_follows =
            option && option->uses.front().takes_value() && word.find('=') == std::string::npos;
        if (value_follows && i + 1 < words.size()) rest.push_back(words[++i]);
    }
    return rest;
}

// Reads the options and arguments of the line's command.
void read_options(std::vector<std::string> words, CommandLine& line) {
    struct OptionRead {
        const Option& option;
        const OptionUse& use;
        const CLI::Option* parsed;
    };
    const Command& command = *line.command;
    CLI::App parser;
    parser.set_help_flag("");
    std::list<std::string> values;
    std::vector<OptionRead> options;
    for (const Option& option : option_table()) {
        const OptionUse* use = use_of(option, command.name);
        if (!use) continue;
        CLI::Option* parsed = use->takes_value()
                                  ? parser.add_option(spelling(option), values.emplace_back())
                                        ->allow_extra_args(false)
                                        ->take_last()
                                  : parser.add_flag(spelling(option))->disable_flag_override();
        options.push_back({option, *use, parsed});
    }
    parser.add_option("arguments", line.arguments);
    try {
        std::vector<std::string> reversed(words.rbegin(), words.rend());
        parser.parse(reversed);
    } catch (const CLI::ParseError& error) {
        refuse_line(error, command, words);
    }
    for (const auto& [option, use, parsed] : options) {
        if (parsed->count() == 0) continue;
        std::string value;
        if (use.takes_value()) {
            value = parsed->results().back();
            require_text(option, use, value);
        }
        line.options[std::string(option.name)] = value;
    }
}

}  // namespace

CommandLine parse_command_line(std::span<const std::string> words) {
    CommandLine line;
    const std::vector<std::string> rest = take_command(words, line);
    if (line.version) return line;
    if (!line.command) {
        read_global_options(rest, line);
        return line;
    }
    read_options(rest, line);
    if (!line.options.contains("--help")) require_count(*line.command, line.arguments.size());
    return line;
}

}  // namespace dutylist::cli
