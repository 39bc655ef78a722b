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

// Where stages put what they have to tell. Not thread safe: one job, one collection.
class Diagnostics {
public:
    void add(Diagnostic diagnostic) { entries_.push_back(std::move(diagnostic)); }
    void add(Code code, SourceLocation place = {}, std::vector<Argument> arguments = {},
             std::string raw = {});

    // The same for what an input may hold in any number: the first `most_alike` of a code are told
    // one by one, all others by one entry (diagnostics.more) that counts them.
    static constexpr std::size_t most_alike = 200;
    void add_one_of_many(Code code, SourceLocation place, std::vector<Argument> arguments = {},
                         std::string_view raw = {});

    const std::vector<Diagnostic>& entries() const { return entries_; }
    bool has(Severity severity) const;  // any entry of this severity
    std::size_t count(Code code) const;

private:
    struct Many {
        Code code{};
        std::size_t found = 0;
        std::size_t summary = 0;  // the entry that counts the rest
    };
    std::vector<Diagnostic> entries_;
    std::vector<Many> many_;
};

// "list.txt:17:4: 警告: … [text.control-character]", the form in which a terminal shows it.
std::string to_line(const Diagnostic& diagnostic, Language language);

}  // namespace dutylist
