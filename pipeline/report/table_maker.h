#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/report/report_template.h"
#include "pipeline/report/table.h"

namespace dutylist {

// An empty table with the template's title, note and columns. The template says which columns are
// titled how; a column that it does not name keeps its id as the title and is not lost.
ReportTable make_table(const ReportTemplate& labels, const std::string& id,
                       std::initializer_list<std::pair<const char*, ColumnKind>> columns);

// a / b, or nothing where b is zero.
Value ratio(std::int64_t a, std::int64_t b);
// (a - b) in percentage points, or nothing where either is nothing.
Value points_between(const Value& a, const Value& b);

// Ranks by descending value; equal values share a rank and the next ranks are passed over.
std::vector<std::int64_t> ranks_of(const std::vector<std::int64_t>& values);

}  // namespace dutylist
