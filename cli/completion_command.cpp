#include <algorithm>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/invocation.h"
#include "cli/option_table.h"
#include "cli/suggestion.h"
#include "cli/targets.h"
#include "cli/usage_error.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/registry.h"
#include "pipeline/templates/template_store.h"

namespace dutylist::cli {
namespace {

// What may stand as an option's value or as a command's argument.
struct Candidates {
    std::string words;  // separated by blanks
    bool files = false;
    bool folders = false;
    bool list = false;  // several, separated by commas
};

template <typename Names>
std::string joined(const Names& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : " ") + std::string(name);
    return text;
}

std::string format_names() {
    std::vector<std::string_view> names;
    for (const Importer& importer : importer_table()) {
        if (importer.reads) names.push_back(importer.name);
    }
    return joined(names);
}

// "bash|zsh|fish" as words; nothing if the user is to put something of his own there.
std::string literal_words(Code value) {
    std::string words(message_template(value, Language::english));
    words.resize(std::min(words.find(' '), words.size()));
    if (words.empty() || words[0] < 'a' || words[0] > 'z') return {};
    std::replace(words.begin(), words.end(), '|', ' ');
    return words;
}

Candidates candidates_of(const OptionUse& use, std::string_view command) {
    switch (use.value) {
        case Code::value_file:
            return {{}, true, false, false};
        case Code::value_folder:
            return {{}, false, true, false};
        case Code::value_name_or_folder:
            return {joined(TemplateStore::built_in_names()), false, true, false};
        case Code::value_format:
            return {format_names(), false, false, false};
        case Code::value_list:
            return {joined(target_names(subjects_of(command))), false, false, true};
        case Code::value_part:
            return {"list= category= department=", false, false, false};
        default:
            return {literal_words(use.value), false, false, false};
    }
}

// Words that may stand as the command's first argument, and whether files may.
Candidates arguments_of(const Command& command) {
    if (command.maximum == 0) return {};
    return {literal_words(command.arguments), command.name != "completion", false, false};
}

std::string options_of(const Command& command) {
    std::vector<std::string_view> names;
    for (const Option& option : option_table()) {
        if (use_of(option, command.name)) names.push_back(option.name);
    }
    return joined(names);
}

std::string command_words() {
    std::vector<std::string_view> names;
    for (const Command& command : command_table()) names.push_back(command.name);
    return joined(names);
}

// For bash, and for zsh through its bashcompinit.
std::string shell_script() {
    std::string text =
        "_dutylist() {\n"
        "    local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
        "    local command= place=0 i words= files= folders= list=\n"
        "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
        "        case \" " +
        command_words() +
        " \" in\n"
        "            *\" ${COMP_WORDS[i]} \"*) command=${COMP_WORDS[i]}; place=$i; break ;;\n"
        "        esac\n"
        "    done\n"
        "    case \"$command $before\" in\n";
    for (const Command& command : command_table()) {
        for (const Option& option : option_table()) {
            const OptionUse* use = use_of(option, command.name);
            if (!use || !use->takes_value()) continue;
            const Candidates candidates = candidates_of(*use, command.name);
            const std::string start = "\"" + std::string(command.name) + " ";
            text += "        " + start + std::string(option.name) + "\"";
            if (option.letter != 0) text += "|" + start + "-" + option.letter + "\"";
            text += ") words='" + candidates.words + "' files=" + (candidates.files ? "1" : "");
            text += std::string(" folders=") + (candidates.folders ? "1" : "");
            text += std::string(" list=") + (candidates.list ? "1" : "") + " ;;\n";
        }
    }
    text += "        *\" --lang\") words='zh en' ;;\n        *) case \"$word $command\" in\n";
    for (const Command& command : command_table()) {
        text += "            -*\" " + std::string(command.name) + "\") words='" +
                options_of(command) + "' ;;\n";
    }
    text +=
        "            -*) words='--help --version --lang' ;;\n            *) case \"$command\" in\n";
    for (const Command& command : command_table()) {
        const Candidates candidates = arguments_of(command);
        text += "                " + std::string(command.name) +
                ") files=" + (candidates.files ? "1" : "");
        if (!candidates.words.empty()) {
            text += "; [ $((place + 1)) -eq \"$COMP_CWORD\" ] && words='" + candidates.words +
                    "' files=";
        }
        text += " ;;\n";
    }
    text +=
        "                *) words='" + command_words() +
        "' ;;\n"
        "            esac ;;\n"
        "        esac ;;\n"
        "    esac\n"
        "    local prefix=\n"
        "    if [ -n \"$list\" ]; then prefix=${word%\"${word##*,}\"}; word=${word##*,}; fi\n"
        "    COMPREPLY=()\n"
        "    [ -n \"$words\" ] && COMPREPLY+=($(compgen -P \"$prefix\" -W \"$words\" -- "
        "\"$word\"))\n"
        "    local IFS=$'\\n'\n"
        "    [ -n \"$files\" ] && COMPREPLY+=($(compgen -f -- \"$word\"))\n"
        "    [ -n \"$folders\" ] && COMPREPLY+=($(compgen -d -- \"$word\"))\n"
        "    if [ -n \"$list$words\" ] && [ \"${COMPREPLY[*]}\" != \"${COMPREPLY[*]%=}\" ]; then\n"
        "        type compopt >/dev/null 2>&1 && compopt -o nospace\n"
        "    fi\n"
        "    return 0\n"
        "}\n"
        "complete -o filenames -F _dutylist dutylist\n";
    return text;
}

std::string fish_quoted(std::string_view text) {
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "'";
}

std::string fish_script(const Console& console) {
    const std::string none = "not __fish_seen_subcommand_from " + command_words();
    std::string text =
        "# fish completion for dutylist:  dutylist completion fish | source\n"
        "complete -c dutylist -f\n";
    for (const Command& command : command_table()) {
        const std::string name(command.name);
        const std::string seen = fish_quoted("__fish_seen_subcommand_from " + name);
        text += "complete -c dutylist -n " + fish_quoted(none) + " -a " + name + " -d " +
                fish_quoted(console.say(command.help)) + "\n";
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
            text += " -d " + fish_quoted(console.say(use->help, {targets_offered(command.name)})) +
                    "\n";
        }
    }
    return text;
}

}  // namespace

int run_completion(const Invocation& invocation) {
    const std::string& shell = invocation.arguments().front();
    const Console& console = invocation.console();
    if (shell == "bash") {
        console.result("# bash completion for dutylist:  source <(dutylist completion bash)\n" +
                       shell_script());
    } else if (shell == "zsh") {
        console.result(
            "# zsh completion for dutylist, after compinit:  source <(dutylist completion zsh)\n"
            "autoload -U +X bashcompinit && bashcompinit\n" +
            shell_script());
    } else if (shell == "fish") {
        console.result(fish_script(console));
    } else {
        throw UsageError(Code::usage_completion_shell, SourceLocation{}, {shell});
    }
    return exit_done;
}

}  // namespace dutylist::cli
