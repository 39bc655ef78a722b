#pragma once

#include <span>
#include <string>

#include "pipeline/check/fix.h"

namespace dutylist::proof {

// The corrections that were made, one a line, each with its place, its rule, what stood there, what
// stands there now, and the text around it:
//   list.txt:171:45: [mark.half-width] “;” → “；”  …政策宣传【;】 2.将高龄…
std::string change_list(const Document& before, std::span<const check::Change> changes);

}  // namespace dutylist::proof
