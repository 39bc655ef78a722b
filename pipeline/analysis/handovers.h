#pragma once

#include <span>
#include <string>

#include "pipeline/model/duty_list.h"

namespace dutylist {

// Finds the hand-overs of a recalled item and the blocks of the cells that say them. One column for
// both: a department at the start, or after white space, up to ： or :, then its method blocks;
// several departments joined by 、 are one hand-over each with the same method. Two columns: every
// department of the department cell; where the method cell has headings (`headings`: their forms)
// each department's method is what stands under its own, else the whole cell.
void find_handovers(const DutyList& list, Item& item, std::span<const std::string> headings);

}  // namespace dutylist
