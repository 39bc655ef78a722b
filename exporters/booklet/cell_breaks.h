#pragma once

#include "exporters/typeset/cell_text.h"
#include "exporters/typeset/word_breaks.h"
#include "pipeline/model/document.h"

namespace dutylist::booklet {

// The byte after what a department's name is known to begin with: the region that `unit` explains,
// and the 委 of 县委 with it; 0 if there is none. 县 alone is no region to stand on a line.
std::uint32_t region_end(std::string_view department, const Unit& unit);

// Says where the lines of a cell that is not justified had better end: department names after their
// region, everything between words. `role` is that of the cell's column.
void prefer_cell_breaks(typeset::CellText& shaped, const Cell& cell, CellRole role,
                        const Unit& unit, typeset::WordBreaks& words);

}  // namespace dutylist::booklet
