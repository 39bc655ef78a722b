#pragma once

#include <string>
#include <vector>

#include "pipeline/report/report_template.h"
#include "pipeline/report/table.h"

namespace dutylist {

// How a value is printed: 237, +5, 12.5%, 1.53, —. One decimal for ratios and two for points,
// rounded half up. Segments are written as plain text: [-removed-]{+added+}.
std::string value_text(const Value& value, ColumnKind kind, const ReportTemplate& labels);
std::string marked_text(const std::vector<Segment>& segments);

// As value_text, but with the symbol for "no value" given.
std::string value_text(const Value& value, ColumnKind kind, const std::string& no_value);

}  // namespace dutylist
