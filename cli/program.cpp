#include "cli/program.h"

#include <csignal>
#include <new>

#include <unistd.h>

#include "cli/command_line.h"
#include "cli/exit_status.h"
#include "cli/help.h"
#include "cli/invocation.h"
#include "cli/usage_error.h"
#include "exporters/json/diagnostics_json.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/system_error.h"
#include "pipeline/io/temporary_file.h"
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

// Wrong usage, too, is told in the language and the form that the line asks for.
void apply_before_parsing(Console& console, std::span<const std::string> words) {
    for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
        if (words[i] == "--json") console.set_json(true);
        const bool next = words[i] == "--lang" && i + 1 < words.size();
        const std::string_view language = next ? std::string_view(words[i + 1])
                                          : words[i].starts_with("--lang=")
                                              ? std::string_view(words[i]).substr(7)
                                              : std::string_view();
        if (language == "zh") console.set_language(Language::chinese);
        if (language == "en") console.set_language(Language::english);
    }
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
    apply_before_parsing(console, words);
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
    switch (console.finish()) {
        case Console::End::whole:
            break;
        case Console::End::closed:
            return status == exit_failed ? exit_failed : exit_pipe_closed;
        case Console::End::failed:
            console.set_json(false);  // standard error is what is left
            console.tell(
                make_diagnostic(Code::output_standard, {}, {system_error(console.write_error())}));
            return exit_failed;
    }
    return status;
}

}  // namespace dutylist::cli
