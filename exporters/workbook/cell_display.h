#pragma once

#include <string>

#include "pipeline/model/cell.h"

namespace dutylist {

// The text of a cell as a workbook shows it: every block (heading, clause, paragraph) on a line of
// its own. Only white space between blocks differs from Cell::text. Replaces `output`, whose
// capacity is used again.
void show_cell(const Cell& cell, std::string& output);

}  // namespace dutylist
