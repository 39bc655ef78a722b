#pragma once

#include <span>
#include <string>
#include <vector>

#include "pipeline/compare/character_difference.h"

namespace dutylist {

// Two lists of names, joined by 、, as one text with what was removed and added in it: whole names
// and their separators, never parts of a name. What was equal or removed is the old text, what was
// equal or added the new one.
std::vector<Segment> name_difference(std::span<const std::string> before,
                                     std::span<const std::string> after);

}  // namespace dutylist
