#include "cli/completion_candidates.h"
#include "cli/completion_scripts.h"

namespace dutylist::cli {

std::string bash_completion() {
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
                option_words(command) + "' ;;\n";
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

}  // namespace dutylist::cli
