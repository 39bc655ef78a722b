#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/diagnostics/diagnostic.h"

namespace dutylist::cli {

enum class Verbosity { quiet, normal, verbose };

// Standard output and standard error: results on the one, the rest on the other. Colour and
// progress only on a terminal and without NO_COLOR.
class Console {
public:
    explicit Console(Language language);

    Language language() const { return language_; }
    Verbosity verbosity() const { return verbosity_; }
    bool colour() const { return colour_; }  // of standard output
    void set_language(Language language) { language_ = language; }
    void set_verbosity(Verbosity verbosity) { verbosity_ = verbosity; }
    void set_json(bool json) { json_ = json; }
    bool json() const { return json_; }

    // A text of the catalogue in the user's language.
    std::string say(Code code, std::vector<Argument> arguments = {}) const;
    // Which of the two names is in the user's language.
    std::string_view either(std::string_view chinese, std::string_view english) const;

    void result(std::string_view text) const;  // to standard output as it is
    void note(std::string_view line) const;    // to standard error, a line, unless quiet

    // The diagnostics that the verbosity lets through, a line each, on standard error. Nothing with
    // --json: they are part of the result then.
    void tell(const Diagnostics& diagnostics) const;
    void tell(const Diagnostic& diagnostic) const;
    // The same for an info that is told without --verbose as well.
    void note_diagnostic(const Diagnostic& diagnostic) const;

    // Flushes standard output and tells whether all of it was taken.
    enum class End {
        whole,
        closed,  // its reader went away, as head does when it has seen enough
        failed,
    };
    End finish() const;
    // Of End::failed: the errno.
    int write_error() const { return write_error_; }

private:
    Language language_;
    Verbosity verbosity_ = Verbosity::normal;
    bool colour_ = false;
    bool error_colour_ = false;
    bool json_ = false;
    mutable int write_error_ = 0;  // the first
};

// From LC_ALL, LC_MESSAGES, LANG: the first that is set decides; zh… is Chinese, all else English.
Language language_of_environment();

}  // namespace dutylist::cli
