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

Code subject_of(const Diagnostic& diagnostic) {
    if (diagnostic.code != Code::diagnostics_more || diagnostic.arguments.empty())
        return diagnostic.code;
    const std::string* const id = diagnostic.arguments.front().text();
    return id ? code_from(*id).value_or(diagnostic.code) : diagnostic.code;
}

Diagnostics::Alike& Diagnostics::alike(Code code) {
    const auto known = std::find_if(alike_.begin(), alike_.end(),
                                    [&](const Alike& other) { return other.code == code; });
    return known != alike_.end() ? *known : alike_.emplace_back(Alike{code});
}

void Diagnostics::add(Diagnostic diagnostic) {
    Alike& kind = alike(subject_of(diagnostic));
    const std::int64_t* const counted =
        diagnostic.code == Code::diagnostics_more ? diagnostic.arguments.back().number() : nullptr;
    if (counted) {
        add_further(kind, static_cast<std::size_t>(*counted), std::move(diagnostic));
    } else if (kind.told < most_alike) {
        ++kind.told;
        entries_.push_back(std::move(diagnostic));
    } else {
        add_further(kind, 1, std::move(diagnostic));
    }
}

void Diagnostics::add_further(Alike& kind, std::size_t count, Diagnostic&& diagnostic) {
    if (kind.further == 0) {
        kind.summary = entries_.size();
        Diagnostic more = make_diagnostic(Code::diagnostics_more, std::move(diagnostic.place),
                                          {id_of(kind.code), {}});
        more.severity = diagnostic.severity;
        entries_.push_back(std::move(more));
    }
    kind.further += count;
    Diagnostic& summary = entries_[kind.summary];
    summary.severity = std::min(summary.severity, diagnostic.severity);
    summary.arguments.back() = kind.further;
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

std::size_t Diagnostics::found(Code code) const {
    const auto known = std::find_if(alike_.begin(), alike_.end(),
                                    [&](const Alike& other) { return other.code == code; });
    return known == alike_.end() ? 0 : known->told + known->further;
}

std::string to_line(const Diagnostic& diagnostic, Language language) {
    std::string line;
    if (diagnostic.place.known()) line += visible_text(to_string(diagnostic.place)) + ": ";
    line += name_of(diagnostic.severity, language);
    line += message_template(Code::after_severity, language);
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
