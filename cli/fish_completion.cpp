#include "cli/completion_candidates.h"
#include "cli/completion_scripts.h"
#include "cli/targets.h"
#include "pipeline/diagnostics/message.h"

namespace dutylist::cli {
namespace {

std::string fish_quoted(std::string_view text) {
    std::string result = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') result += '\\';
        result += c;
    }
    return result + "'";
}

}  // namespace

std::string fish_completion(Language language) {
    const std::string none = "not __fish_seen_subcommand_from " + command_words();
    std::string text =
        "# fish completion for dutylist:  dutylist completion fish | source\n"
        "complete -c dutylist -f\n";
    for (const Command& command : command_table()) {
        const std::string name(command.name);
        const std::string seen = fish_quoted("__fish_seen_subcommand_from " + name);
        text += "complete -c dutylist -n " + fish_quoted(none) + " -a " + name + " -d " +
                fish_quoted(in_words(Message{command.help, {}}, language)) + "\n";
        const Candidates arguments = arguments_of(command);
        if (!arguments.words.empty()) {
            text += "complete -c dutylist -n " +
                    fish_quoted("__fish_seen_subcommand_from " + name +
                                "; and not __fish_seen_subcommand_from " + arguments.words) +
                    " -a " + fish_quoted(arguments.words) + "\n";
        }
        if (arguments.files) text += "complete -c dutylist -n " + seen + " -F\n";
        for (const Option& option : option_table()) {
            const OptionUse* use = use_of(option, command.name);
            if (!use) continue;
            text += "complete -c dutylist -n " + seen + " -l " + std::string(option.name.substr(2));
            if (option.letter != 0) text += std::string(" -s ") + option.letter;
            if (use->takes_value()) {
                const Candidates values = candidates_of(*use, command.name);
                text += " -x";
                if (values.files) text.replace(text.size() - 3, 3, " -r -F");
                if (values.folders) {
                    text += " -a " + fish_quoted("(__fish_complete_directories) " + values.words);
                } else if (values.list) {
                    text += " -a " + fish_quoted("(__fish_append , " + values.words + ")");
                } else if (!values.words.empty()) {
                    text += " -a " + fish_quoted(values.words);
                }
            }
            text += " -d " +
                    fish_quoted(
                        in_words(Message{use->help, {targets_offered(command.name)}}, language)) +
                    "\n";
        }
    }
    return text;
}

}  // namespace dutylist::cli
