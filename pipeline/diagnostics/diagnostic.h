#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/diagnostics/message.h"

namespace dutylist {

// Something to tell people about an input or an output. Data, not an exception: the work goes on.
struct Diagnostic {
    Code code{};
    Severity severity = Severity::warning;
    SourceLocation place;
    std::vector<Argument> arguments;  // fill {0}, {1} … of the catalogue's message
    std::string raw;                  // the text concerned, as it stands in the source

    // One sentence: what happened and what to do next; without the place.
    std::string message(Language language) const;

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// A diagnostic with the catalogue's severity.
Diagnostic make_diagnostic(Code code, SourceLocation place = {},
                           std::vector<Argument> arguments = {}, std::string raw = {});

// Where stages put what they have to tell. Bounded, whatever an input holds: of each code the first
// `most_alike` are told one by one, all others by one entry (diagnostics.more) that stands where
// the first of them does, counts them, and is as severe as the worst. Not thread safe: one job, one
// collection.
class Diagnostics {
public:
    static constexpr std::size_t most_alike = 200;

    void add(Diagnostic diagnostic);
    void add(Code code, SourceLocation place = {}, std::vector<Argument> arguments = {},
             std::string raw = {});

    const std::vector<Diagnostic>& entries() const { return entries_; }
    bool has(Severity severity) const;   // any entry of this severity
    std::size_t count(Code code) const;  // entries with this code
    std::size_t found(Code code) const;  // told one by one, and counted

private:
    struct Alike {
        Code code{};
        std::size_t told = 0;     // one by one
        std::size_t further = 0;  // only counted
        std::size_t summary = 0;  // the entry that counts them
    };
    Alike& alike(Code code);
    void add_further(Alike& alike, std::size_t count, Diagnostic&& diagnostic);

    std::vector<Diagnostic> entries_;
    std::vector<Alike> alike_;
};

// What a diagnostic is about: its code, or the code that a diagnostics.more counts.
Code subject_of(const Diagnostic& diagnostic);

// "list.txt:17:4: 警告: … [text.control-character]", the form in which a terminal shows it.
std::string to_line(const Diagnostic& diagnostic, Language language);

}  // namespace dutylist
