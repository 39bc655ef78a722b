#include "cli/program.h"

#include <csignal>
#include <new>

#include <unistd.h>

#include "cli/command_line.h"
#include "cli/diagnostics_json.h"
#include "cli/exit_status.h"
#include "cli/help.h"
#include "cli/invocation.h"
#include "cli/usage_error.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/io/atomic_file.h"
#include "pipeline/version.h"

namespace dutylist::cli {
namespace {

extern "C" void interrupted(int) {
    remove_temporary_files();
    ::_exit(exit_interrupted);
}

void report_failure(Console& console, const Diagnostic& diagnostic) {
    if (!console.json()) {
        console.tell(diagnostic);
        return;
    }
    Diagnostics diagnostics;
    diagnostics.add(diagnostic);
    JsonWriter json;
    json.begin_object().key("diagnostics");
    write_diagnostics(json, diagnostics, console.language());
    json.end_object();
    console.result(json.finish());
}

void apply_common_options(Console& console, const CommandLine& line) {
    const auto language = line.options.find("--lang");
    if (language != line.options.end()) {
        if (language->second != "zh" && language->second != "en") {
            throw UsageError(Code::usage_option_value, SourceLocation{}, {"--lang", "zh|en"});
        }
        console.set_language(language->second == "zh" ? Language::chinese : Language::english);
    }
    if (line.options.contains("--quiet")) console.set_verbosity(Verbosity::quiet);
    if (line.options.contains("--verbose")) console.set_verbosity(Verbosity::verbose);
    console.set_json(line.options.contains("--json"));
}

int run_parsed(Console& console, CommandLine& line) {
    apply_common_options(console, line);
    if (line.version) {
        console.result(std::string("dutylist ") + std::string(version) + "\n");
        return exit_done;
    }
    if (!line.command) {
        const bool asked = line.options.contains("--help");
        if (asked)
            console.result(general_help(console.language()));
        else
            console.note(general_help(console.language()));
        return asked ? exit_done : exit_failed;
    }
    if (line.options.contains("--help")) {
        console.result(command_help(*line.command, console.language()));
        return exit_done;
    }
    const Invocation invocation(*line.command, std::move(line.arguments), std::move(line.options),
                                console);
    return line.command->run(invocation);
}

}  // namespace

int run_program(std::span<const std::string> words) {
    std::signal(SIGINT, interrupted);
    std::signal(SIGTERM, interrupted);
    std::signal(SIGPIPE, SIG_IGN);
    Console console(language_of_environment());
    int status = exit_failed;
    try {
        CommandLine line = parse_command_line(words);
        status = run_parsed(console, line);
    } catch (const JobError& error) {
        report_failure(console, error.diagnostic());
    } catch (const std::bad_alloc&) {
        report_failure(console, make_diagnostic(Code::out_of_memory));
    } catch (const std::exception& error) {
        report_failure(console, make_diagnostic(Code::internal_failure, {}, {error.what()}));
    }
    if (!console.finish() && status == exit_done) {
        console.tell(make_diagnostic(Code::output_standard, {}, {}));
        return exit_failed;
    }
    return status;
}

}  // namespace dutylist::cli
