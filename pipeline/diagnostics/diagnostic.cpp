#include "pipeline/diagnostics/diagnostic.h"

#include <algorithm>
#include <cctype>

#include "pipeline/diagnostics/job_error.h"

namespace dutylist {

std::string Diagnostic::message(Language language) const {
    const std::string_view pattern = message_template(code, language);
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool placeholder = pattern[i] == '{' && i + 2 < pattern.size() &&
                                 std::isdigit(static_cast<unsigned char>(pattern[i + 1])) &&
                                 pattern[i + 2] == '}';
        if (!placeholder) {
            text += pattern[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
        if (index < arguments.size()) text += arguments[index];
        i += 2;
    }
    return text;
}

Diagnostic make_diagnostic(Code code, SourceLocation place, std::vector<std::string> arguments,
                           std::string raw) {
    return {code, default_severity(code), std::move(place), std::move(arguments), std::move(raw)};
}

void Diagnostics::add(Code code, SourceLocation place, std::vector<std::string> arguments,
                      std::string raw) {
    add(make_diagnostic(code, std::move(place), std::move(arguments), std::move(raw)));
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
    if (diagnostic.place.known()) line += to_string(diagnostic.place) + ": ";
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

JobError::JobError(Code code, SourceLocation place, std::vector<std::string> arguments,
                   std::string raw)
    : JobError(make_diagnostic(code, std::move(place), std::move(arguments), std::move(raw))) {}

}  // namespace dutylist
