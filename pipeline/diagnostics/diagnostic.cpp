#include "pipeline/diagnostics/diagnostic.h"

#include <algorithm>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/diagnostics/visible_text.h"

namespace dutylist {

std::string Diagnostic::message(Language language) const {
    return in_words(Message{code, arguments}, language);
}

Diagnostic make_diagnostic(Code code, SourceLocation place, std::vector<Argument> arguments,
                           std::string raw) {
    return {code, default_severity(code), std::move(place), std::move(arguments), std::move(raw)};
}

void Diagnostics::add(Code code, SourceLocation place, std::vector<Argument> arguments,
                      std::string raw) {
    add(make_diagnostic(code, std::move(place), std::move(arguments), std::move(raw)));
}

void Diagnostics::add_one_of_many(Code code, SourceLocation place, std::vector<Argument> arguments,
                                  std::string_view raw) {
    auto kind = std::find_if(many_.begin(), many_.end(),
                             [&](const Many& known) { return known.code == code; });
    if (kind == many_.end()) kind = many_.insert(many_.end(), {code, 0, 0});
    if (++kind->found <= most_alike) {
        add(code, std::move(place), std::move(arguments), std::string(raw));
        return;
    }
    if (kind->found == most_alike + 1) {
        kind->summary = entries_.size();
        Diagnostic rest =
            make_diagnostic(Code::diagnostics_more, std::move(place), {id_of(code), {}});
        rest.severity = default_severity(code);
        add(std::move(rest));
    }
    entries_[kind->summary].arguments[1] = kind->found - most_alike;
}

bool Diagnostics::has(Severity severity) const {
    return std::any_of(entries_.begin(), entries_.end(),
                       [&](const Diagnostic& entry) { return entry.severity == severity; });
}

std::size_t Diagnostics::count(Code code) const {
    return static_cast<std::size_t>(
        std::count_if(entries_.begin(), entries_.end(),
                      [&](const Diagnostic& entry) { return entry.code == code; }));
}

std::string to_line(const Diagnostic& diagnostic, Language language) {
    std::string line;
    if (diagnostic.place.known()) line += visible_text(to_string(diagnostic.place)) + ": ";
    line += name_of(diagnostic.severity, language);
    line += language == Language::chinese ? "：" : ": ";
    line += diagnostic.message(language);
    line += " [";
    line += id_of(diagnostic.code);
    line += ']';
    return line;
}

JobError::JobError(Diagnostic diagnostic)
    : diagnostic_(std::move(diagnostic)), what_(to_line(diagnostic_, Language::english)) {}

JobError::JobError(Code code, SourceLocation place, std::vector<Argument> arguments,
                   std::string raw)
    : JobError(make_diagnostic(code, std::move(place), std::move(arguments), std::move(raw))) {}

}  // namespace dutylist
