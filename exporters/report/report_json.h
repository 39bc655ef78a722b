#pragma once

#include <string>

#include "pipeline/report/report.h"

namespace dutylist {

// The report for programs: templates/schemas/report.schema.json, docs/report.md.
std::string report_json(const Report& report);

}  // namespace dutylist
