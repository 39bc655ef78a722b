#pragma once

#include <set>
#include <string>

#include "pipeline/report/report.h"

namespace dutylist {

// Whose report it is: what the request says, else the unit, else the region that all units share.
std::string scope_name(const ReportRequest& request);

// Adds what every report has besides its tables: furniture, legend, charts, narrative.
void complete_report(Report& report, const ReportTemplate& labels,
                     const std::set<std::string>& conditions);

}  // namespace dutylist
