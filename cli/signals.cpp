#include "cli/signals.h"

#include <array>
#include <csignal>
#include <string>

#include <unistd.h>

#include "cli/exit_status.h"
#include "cli/process_end.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/io/interruption.h"

namespace dutylist::cli {
namespace {

struct Ending {
    int signal;
    Code reason;
    // A line, made before a handler may need it.
    std::array<char, 512> text{};
    std::size_t size = 0;
};
std::array endings{
    Ending{SIGINT, Code::signal_interrupt}, Ending{SIGTERM, Code::signal_terminate},
    Ending{SIGHUP, Code::signal_hangup},    Ending{SIGXFSZ, Code::signal_file_size},
    Ending{SIGPIPE, Code::signal_pipe},
};

// Async-signal-safe, as all that a handler calls.
void end(int signal) {
    for (const Ending& ending : endings) {
        if (ending.signal != signal) continue;
        end_process(STDERR_FILENO, {ending.text.data(), ending.size}, exit_by_signal + signal);
    }
}

extern "C" void handle(int signal, siginfo_t* details, void*) {
    const bool own_write = signal == SIGPIPE && details->si_pid == ::getpid();
    if (!own_write) interrupted(signal, end);
}

bool is_ignored(int signal) {
    struct sigaction now {};
    return ::sigaction(signal, nullptr, &now) == 0 && now.sa_handler == SIG_IGN;
}

}  // namespace

void handle_signals(Language language) {
    for (Ending& ending : endings) {
        const Diagnostic told =
            make_diagnostic(Code::run_cut_off, {}, {Message{ending.reason, {}}});
        const std::string line = to_line(told, language) + "\n";
        ending.size = line.copy(ending.text.data(), ending.text.size());
        if (is_ignored(ending.signal)) continue;
        struct sigaction action {};
        action.sa_sigaction = handle;
        action.sa_flags = SA_SIGINFO | SA_RESTART;
        ::sigemptyset(&action.sa_mask);
        ::sigaction(ending.signal, &action, nullptr);
    }
}

}  // namespace dutylist::cli
