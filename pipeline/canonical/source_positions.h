#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/source_map.h"

namespace dutylist {

// A cell's source marks as canonical XML writes them: "17:5", or "17:5 12@- 14@17:31". Each mark is
// [offset@]line:column, the offset in characters of the cell's text (0 is left out); "-" in place
// of line:column is text that is not in the source.
std::string format_positions(std::string_view text, std::span<const SourceMark> marks);

// The reverse; false for anything else. Offsets beyond the text are refused.
bool parse_positions(std::string_view positions, std::string_view text,
                     std::vector<SourceMark>& marks);

}  // namespace dutylist
