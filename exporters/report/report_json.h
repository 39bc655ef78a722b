#pragma once

#include <string>

#include "pipeline/report/report.h"
#include "pipeline/text/json_writer.h"

namespace dutylist {

// The report for programs: templates/schemas/report.schema.json, docs/report.md.
std::string report_json(const Report& report);

// The members of that object, into an object that is open.
void write_report(JsonWriter& json, const Report& report);

}  // namespace dutylist
