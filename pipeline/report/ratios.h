#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/report/table.h"

namespace dutylist {

// a / b, or nothing where b is zero.
Value ratio(std::int64_t a, std::int64_t b);
// (a - b) in percentage points, or nothing where either is nothing.
Value points_between(const Value& a, const Value& b);

// Ranks by descending value; equal values share a rank and the next ranks are passed over.
std::vector<std::int64_t> ranks_of(const std::vector<std::int64_t>& values);

}  // namespace dutylist
