#include "cli/command_line.h"

#include <algorithm>
#include <list>

#include <CLI/CLI.hpp>

#include "cli/option_table.h"
#include "cli/usage_error.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist::cli {
namespace {

std::string joined_command_names() {
    std::string text;
    for (const Command& command : command_table()) {
        text += (text.empty() ? "" : ", ") + std::string(command.name);
    }
    return text;
}

std::string spelling(const Option& option) {
    std::string names(option.name);
    if (option.letter != 0) names = std::string("-") + option.letter + "," + names;
    return names;
}

const Option* find_option(std::string_view word) {
    for (const Option& option : option_table()) {
        const bool letter = word.size() == 2 && word[0] == '-' && word[1] == option.letter;
        if (letter || word.substr(0, word.find('=')) == option.name) return &option;
    }
    return nullptr;
}

// CLI11 says in English what is wrong; here it is said in the words of the catalogue.
[[noreturn]] void explain(const CLI::ParseError& error, const Command& command,
                          std::span<const std::string> words) {
    for (const std::string& word : words) {
        if (word == "--") break;
        if (word.size() < 2 || word[0] != '-') continue;
        const Option* option = find_option(word);
        if (!option || !applies_to(*option, command.name)) {
            throw UsageError(Code::usage_unknown_option, SourceLocation{},
                             {word, std::string(command.name)});
        }
    }
    const std::string text = error.what();
    for (const Option& option : option_table()) {
        if (text.find(option.name) != std::string::npos) {
            throw UsageError(Code::usage_option_value, SourceLocation{},
                             {std::string(option.name), std::string(option.value)});
        }
    }
    throw UsageError(Code::usage_other, SourceLocation{}, {text});
}

void require_count(const Command& command, std::size_t count) {
    if (count < command.minimum) {
        throw UsageError(Code::usage_missing_argument, SourceLocation{},
                         {std::string(command.name), std::string(command.arguments)});
    }
    if (count > command.maximum) {
        throw UsageError(Code::usage_too_many_arguments, SourceLocation{},
                         {std::string(command.name), std::to_string(command.maximum)});
    }
}

}  // namespace

CommandLine parse_command_line(std::span<const std::string> words) {
    CommandLine line;
    // Options may stand before the command: dutylist --lang zh convert list.txt.
    std::vector<std::string> rest;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (line.command || word.empty() || word[0] == '-') {
            if (!line.command && word == "--version") line.version = true;
            rest.push_back(word);
            const Option* option = find_option(word);
            const bool takes_value =
                option && !option->value.empty() && word.find('=') == std::string::npos;
            if (!line.command && takes_value && i + 1 < words.size()) rest.push_back(words[++i]);
            continue;
        }
        line.command = find_command(word);
        if (!line.command) {
            throw UsageError(Code::usage_unknown_command, SourceLocation{},
                             {word, joined_command_names()});
        }
    }
    if (line.version) return line;
    if (!line.command) {
        const bool help = std::find(rest.begin(), rest.end(), "--help") != rest.end() ||
                          std::find(rest.begin(), rest.end(), "-h") != rest.end();
        if (help) line.options.emplace("--help", "");
        for (std::size_t i = 0; i + 1 < rest.size(); ++i) {
            if (rest[i] == "--lang") line.options["--lang"] = rest[i + 1];
        }
        return line;
    }

    const Command& command = *line.command;
    CLI::App parser;
    parser.set_help_flag("");
    std::list<std::string> values;
    std::vector<std::pair<const Option*, CLI::Option*>> bound;
    for (const Option& option : option_table()) {
        if (!applies_to(option, command.name)) continue;
        CLI::Option* parsed = option.value.empty()
                                  ? parser.add_flag(spelling(option))
                                  : parser.add_option(spelling(option), values.emplace_back())
                                        ->allow_extra_args(false)
                                        ->take_last();
        bound.emplace_back(&option, parsed);
    }
    parser.add_option("arguments", line.arguments);
    try {
        std::vector<std::string> reversed(rest.rbegin(), rest.rend());
        parser.parse(reversed);
    } catch (const CLI::ParseError& error) {
        explain(error, command, rest);
    }
    for (const auto& [option, parsed] : bound) {
        if (parsed->count() == 0) continue;
        line.options[std::string(option->name)] =
            option->value.empty() ? "" : parsed->results().back();
    }
    if (line.options.find("--help") == line.options.end())
        require_count(command, line.arguments.size());
    return line;
}

}  // namespace dutylist::cli
