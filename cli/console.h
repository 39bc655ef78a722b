#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/diagnostics/diagnostic.h"

namespace dutylist::cli {

enum class Verbosity { quiet, normal, verbose };

// How the program speaks: --lang, --quiet and --verbose, --json.
struct ConsoleSettings {
    Language language = Language::english;
    Verbosity verbosity = Verbosity::normal;
    bool json = false;
};

// Standard output and standard error: results on the one, the rest on the other. Colour only on a
// terminal and without NO_COLOR.
class Console {
public:
    explicit Console(ConsoleSettings settings);

    void set(ConsoleSettings settings) { settings_ = settings; }
    const ConsoleSettings& settings() const { return settings_; }
    Language language() const { return settings_.language; }
    Verbosity verbosity() const { return settings_.verbosity; }
    bool json() const { return settings_.json; }
    bool colour() const { return colour_; }  // of standard output

    // A text of the catalogue in the user's language.
    std::string text(Code code, std::vector<Argument> arguments = {}) const;
    // Which of the two names is in the user's language.
    std::string_view in_language(std::string_view chinese, std::string_view english) const;

    // What is read by people. Names of files and whatever else may hold control characters: they
    // are shown, never passed on to a terminal (visible_lines()).
    void write_result(std::string_view text) const;      // to standard output
    void write_note(std::string_view line) const;        // to standard error, a line, unless quiet
    void write_error_line(std::string_view line) const;  // the same, and when quiet as well

    // What is read by programs, to standard output as it is: outputs, JSON, scripts.
    void write_bytes(std::string_view bytes) const;

    // The diagnostics that the verbosity lets through, a line each, on standard error. Nothing with
    // --json: they are part of the result then.
    void tell(const Diagnostics& diagnostics) const;
    void tell(const Diagnostic& diagnostic) const;
    // The same for an info that is told without --verbose as well.
    void tell_unless_quiet(const Diagnostic& diagnostic) const;

    // Flushes standard output and says whether all of it was taken.
    enum class End {
        whole,
        closed,  // its reader went away, as head does when it has seen enough
        failed,
    };
    End finish() const;
    // Of End::failed: the errno.
    int write_error() const { return write_error_; }

private:
    ConsoleSettings settings_;
    bool colour_ = false;
    bool error_colour_ = false;
    mutable int write_error_ = 0;  // the first
};

// From LC_ALL, LC_MESSAGES, LANG: the first that is set decides; zh… is Chinese, all else English.
Language language_of_environment();

}  // namespace dutylist::cli
