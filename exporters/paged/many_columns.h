#pragma once

#include <span>
#include <vector>

#include "exporters/paged/page_style.h"
#include "exporters/typeset/cell_text.h"

namespace dutylist::paged {

// What is known of a column before it has a width.
struct ManyColumn {
    const std::vector<typeset::CellText>& cells;
    double head = 0;  // least width of its head, em
    bool number = false;
};

// Widths for a table of many columns, em, that add up to at most `available`: columns of numbers
// alike and as narrow as their numbers and heads allow, short texts on
// one line, and then half an em after the other to the column that takes most off the higher rows.
// find_column_widths() finds the best widths of few columns; it cannot look through fifteen.
std::vector<double> widths_of_many_columns(std::span<const ManyColumn> columns, double available,
                                           const ManyColumnsStyle& style);

}  // namespace dutylist::paged
