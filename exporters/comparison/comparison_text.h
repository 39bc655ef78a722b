#pragma once

#include <string>

#include "pipeline/compare/compare.h"
#include "pipeline/report/report.h"

namespace dutylist {

// The comparison for a terminal: a summary, then every change with what was [-removed-] and
// {+added+}, in colour if wanted.
std::string comparison_text(const Document& before, const Document& after,
                            const Comparison& comparison, const ReportTemplate& labels,
                            bool colour);

// The comparison as tables, for the workbook: what changed by kind, and every change.
Report comparison_report(const Document& before, const Document& after,
                         const Comparison& comparison, const ReportTemplate& labels);

}  // namespace dutylist
