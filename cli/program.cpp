#include "cli/program.h"

#include <new>

#include "cli/command_line.h"
#include "cli/exit_status.h"
#include "cli/help.h"
#include "cli/invocation.h"
#include "cli/memory_shortage.h"
#include "cli/signals.h"
#include "cli/usage_error.h"
#include "exporters/json/diagnostics_json.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/system_error.h"
#include "pipeline/version.h"

namespace dutylist::cli {
namespace {

std::string failure_json(const Diagnostic& diagnostic, Language language) {
    Diagnostics diagnostics;
    diagnostics.add(diagnostic);
    JsonWriter json;
    json.begin_object().key("diagnostics");
    write_diagnostics(json, diagnostics, language);
    json.end_object();
    return json.finish();
}

void report_failure(Console& console, const Diagnostic& diagnostic) {
    if (console.json()) {
        console.write_bytes(failure_json(diagnostic, console.language()));
    } else {
        console.tell(diagnostic);
    }
}

void prepare_for_memory_shortage(const Console& console) {
    cli::prepare_for_memory_shortage(console.language());
    if (!console.json()) return;
    cli::prepare_for_memory_shortage(
        failure_json(make_diagnostic(Code::out_of_memory), console.language()));
}

// What the words ask for before they are parsed: wrong usage, too, is told in that language and
// form.
ConsoleSettings settings_in(std::span<const std::string> words) {
    constexpr std::string_view language_option = "--lang=";
    ConsoleSettings settings;
    settings.language = language_of_environment();
    for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
        std::string_view language;
        if (words[i] == "--json") settings.json = true;
        if (words[i] == "--lang" && i + 1 < words.size()) language = words[i + 1];
        if (words[i].starts_with(language_option))
            language = std::string_view(words[i]).substr(language_option.size());
        if (language == "zh") settings.language = Language::chinese;
        if (language == "en") settings.language = Language::english;
    }
    return settings;
}

ConsoleSettings console_settings(const CommandLine& line) {
    ConsoleSettings settings;
    settings.language = language_of_environment();
    if (const auto language = line.options.find("--lang"); language != line.options.end()) {
        if (language->second != "zh" && language->second != "en") {
            throw UsageError(Code::usage_option_value,
                             {"--lang", Message{Code::value_language, {}}});
        }
        settings.language = language->second == "zh" ? Language::chinese : Language::english;
    }
    if (line.options.contains("--quiet")) settings.verbosity = Verbosity::quiet;
    if (line.options.contains("--verbose")) settings.verbosity = Verbosity::verbose;
    settings.json = line.options.contains("--json");
    return settings;
}

int run_line(Console& console, CommandLine& line) {
    console.set(console_settings(line));
    if (line.version) {
        console.write_result(std::string("dutylist ") + std::string(version) + "\n");
        return exit_done;
    }
    const bool asks_for_help = line.options.contains("--help");
    if (!line.command) {
        const std::string help = general_help(console.language());
        if (!asks_for_help) {
            console.write_note(help);
            return exit_failed;
        }
        console.write_result(help);
        return exit_done;
    }
    if (asks_for_help) {
        console.write_result(command_help(*line.command, console.language()));
        return exit_done;
    }
    const Invocation invocation(*line.command, std::move(line.arguments), std::move(line.options),
                                console);
    return line.command->run(invocation);
}

}  // namespace

int run_program(std::span<const std::string> words) {
    Console console(settings_in(words));
    prepare_for_memory_shortage(console);
    handle_signals(console.language());
    int status = exit_failed;
    try {
        CommandLine line = parse_command_line(words);
        status = run_line(console, line);
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
            console.set(
                {console.language(), console.verbosity(), false});  // not on standard output
            console.tell(
                make_diagnostic(Code::output_standard, {}, {system_error(console.write_error())}));
            return exit_failed;
    }
    return status;
}

}  // namespace dutylist::cli
