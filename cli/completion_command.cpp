#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/invocation.h"
#include "cli/option_table.h"
#include "cli/usage_error.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist::cli {

int run_completion(const Invocation& invocation) {
    if (invocation.arguments().front() != "bash") {
        throw UsageError(Code::usage_option_value, SourceLocation{}, {"completion", "bash"});
    }
    std::string text =
        "# bash completion for dutylist:  source <(dutylist completion bash)\n"
        "_dutylist() {\n"
        "    local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]} words=\n"
        "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
        "        words=\"";
    for (const Command& command : command_table()) text += std::string(command.name) + " ";
    text += "--help --version\"\n    else\n        case $command in\n";
    for (const Command& command : command_table()) {
        text += "            " + std::string(command.name) + ") words=\"";
        for (const Option& option : option_table()) {
            if (applies_to(option, command.name)) text += std::string(option.name) + " ";
        }
        text += "\" ;;\n";
    }
    text +=
        "        esac\n"
        "    fi\n"
        "    case $word in\n"
        "        -*) COMPREPLY=($(compgen -W \"$words\" -- \"$word\")) ;;\n"
        "        *) if [ \"$COMP_CWORD\" -eq 1 ]; then COMPREPLY=($(compgen -W \"$words\" -- "
        "\"$word\"))\n"
        "           else COMPREPLY=($(compgen -f -- \"$word\")); fi ;;\n"
        "    esac\n"
        "}\n"
        "complete -o filenames -F _dutylist dutylist\n";
    invocation.console().result(text);
    return exit_done;
}

}  // namespace dutylist::cli
