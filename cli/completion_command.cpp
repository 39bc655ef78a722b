#include "cli/commands.h"
#include "cli/completion_scripts.h"
#include "cli/exit_status.h"
#include "cli/invocation.h"
#include "cli/usage_error.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist::cli {
namespace {

enum class Shell { bash, zsh, fish };

Shell shell_of(const Invocation& invocation) {
    const std::string& name = invocation.arguments().front();
    if (name == "bash") return Shell::bash;
    if (name == "zsh") return Shell::zsh;
    if (name == "fish") return Shell::fish;
    throw UsageError(Code::usage_completion_shell, {name});
}

std::string script_for(Shell shell, Language language) {
    switch (shell) {
        case Shell::bash:
            return "# bash completion for dutylist:  source <(dutylist completion bash)\n" +
                   bash_completion();
        case Shell::zsh:
            return "# zsh completion for dutylist, after compinit:  source <(dutylist completion "
                   "zsh)\nautoload -U +X bashcompinit && bashcompinit\n" +
                   bash_completion();
        case Shell::fish:
            break;
    }
    return fish_completion(language);
}

}  // namespace

int run_completion(const Invocation& invocation) {
    const Console& console = invocation.console();
    console.write_bytes(script_for(shell_of(invocation), console.language()));
    return exit_done;
}

}  // namespace dutylist::cli
