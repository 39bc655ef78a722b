#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "exporters/typeset/cell_text.h"

namespace dutylist::typeset {

// What a template allows a column, em of the table's text size.
struct ColumnBounds {
    double least = 2;
    double most = 60;
    Alignment alignment = Alignment::justify;
};

// Finds the widths with which the table takes the fewest lines, in steps of half an em (a line of
// Chinese fills an even measure, and one half em more than its characters takes a trimmed mark).
// `columns[c][r]` is the cell of row r. `available` is the sum that all columns together have, em;
// the sum of the result is at most that and less than half an em short of it, unless all columns
// are at their most. Returns an empty vector if even the least widths do not fit.
std::vector<double> find_column_widths(std::span<const std::vector<CellText>> columns,
                                       std::span<const ColumnBounds> bounds, double available,
                                       const LineRules& rules);

}  // namespace dutylist::typeset
