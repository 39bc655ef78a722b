#pragma once

#include <string_view>

namespace dutylist {

// The part of a line that is written like a month and is none: 2025年13月, 2025年0月, and a line
// that is nothing but 2025-13. Empty if there is none.
std::string_view find_impossible_month(std::string_view line);

}  // namespace dutylist
