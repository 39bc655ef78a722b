#pragma once

#include <set>
#include <string>
#include <vector>

#include "pipeline/report/report.h"

namespace dutylist {

// Fills the template's sentences whose condition holds. Every number is looked up in a table of the
// report and keeps its reference. Throws JobError report_unknown_cell for a placeholder that names
// no cell.
std::vector<ReportSentence> make_narrative(const Report& report, const ReportTemplate& labels,
                                           const std::set<std::string>& conditions);

}  // namespace dutylist
