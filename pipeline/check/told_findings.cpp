#include "pipeline/check/told_findings.h"

#include "pipeline/diagnostics/codes.h"

namespace dutylist::check {

std::vector<Finding> told_findings(std::span<const Finding> findings) {
    Diagnostics bounded;
    for (std::uint32_t i = 0; i < findings.size(); ++i) {
        // The number of the finding stands in the place of its place.
        SourceLocation number;
        number.line = i;
        bounded.add({findings[i].rule, findings[i].severity, number, {}, {}});
    }
    std::vector<Finding> told;
    for (const Diagnostic& entry : bounded.entries()) {
        Finding& finding = told.emplace_back(findings[entry.place.line]);
        if (entry.code != Code::diagnostics_more) continue;
        finding.rule = entry.code;
        finding.severity = entry.severity;
        finding.arguments = entry.arguments;
        finding.suggestion.reset();
        finding.mechanical = false;
    }
    return told;
}

Code subject_of(const Finding& finding) {
    return dutylist::subject_of({finding.rule, finding.severity, {}, finding.arguments, {}});
}

std::size_t counted_by(const Finding& finding) {
    if (finding.rule != Code::diagnostics_more || finding.arguments.empty()) return 0;
    const std::int64_t* const count = finding.arguments.back().number();
    return count ? static_cast<std::size_t>(*count) : 0;
}

}  // namespace dutylist::check
