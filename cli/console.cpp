#include "cli/console.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include <unistd.h>

#include "pipeline/diagnostics/severity_colour.h"
#include "pipeline/diagnostics/visible_text.h"

namespace dutylist::cli {
namespace {

bool wants_colour(int descriptor) {
    const char* no_colour = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    const bool dumb = terminal && std::string_view(terminal) == "dumb";
    return ::isatty(descriptor) && (!no_colour || *no_colour == '\0') && !dumb;
}

}  // namespace

Console::Console(ConsoleSettings settings)
    : settings_(settings),
      colour_(wants_colour(STDOUT_FILENO)),
      error_colour_(wants_colour(STDERR_FILENO)) {}

std::string Console::text(Code code, std::vector<Argument> arguments) const {
    return in_words(Message{code, std::move(arguments)}, language());
}

std::string_view Console::in_language(std::string_view chinese, std::string_view english) const {
    return language() == Language::chinese ? chinese : english;
}

void Console::write_result(std::string_view text) const {
    write_bytes(visible_lines(text, colour_ ? Colours::kept : Colours::shown));
}

void Console::write_bytes(std::string_view bytes) const {
    const bool whole = std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size();
    if (!whole && write_error_ == 0) write_error_ = errno;
}

void Console::write_note(std::string_view line) const {
    if (verbosity() != Verbosity::quiet) write_error_line(line);
}

void Console::write_error_line(std::string_view line) const {
    const std::string shown = visible_lines(line, Colours::shown) + "\n";
    std::fwrite(shown.data(), 1, shown.size(), stderr);
}

void Console::tell(const Diagnostic& diagnostic) const {
    if (json()) return;
    if (diagnostic.severity == Severity::info && verbosity() != Verbosity::verbose) return;
    if (diagnostic.severity == Severity::warning && verbosity() == Verbosity::quiet) return;
    std::string line = to_line(diagnostic, language());
    if (error_colour_) {
        const std::string name(name_of(diagnostic.severity, language()));
        const std::size_t start =
            diagnostic.place.known() ? visible_text(to_string(diagnostic.place)).size() + 2 : 0;
        line.insert(start + name.size(), "\033[0m");
        line.insert(start, severity_colour(diagnostic.severity));
    }
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
}

void Console::tell_unless_quiet(const Diagnostic& diagnostic) const {
    if (!json()) write_note(to_line(diagnostic, language()));
}

void Console::tell(const Diagnostics& diagnostics) const {
    for (const Diagnostic& diagnostic : diagnostics.entries()) tell(diagnostic);
}

Console::End Console::finish() const {
    if (std::fflush(stdout) != 0 && write_error_ == 0) write_error_ = errno;
    if (write_error_ == 0) return End::whole;
    return write_error_ == EPIPE ? End::closed : End::failed;
}

Language language_of_environment() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value && *value)
            return std::string_view(value).starts_with("zh") ? Language::chinese
                                                             : Language::english;
    }
    return Language::english;
}

}  // namespace dutylist::cli
