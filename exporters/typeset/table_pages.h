#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace dutylist::typeset {

// Splitting a table's rows over pages, by numbers only.

struct CellShape {
    std::uint32_t lines = 0;
    std::vector<std::uint32_t> block_starts;  // lines at which a block begins, ascending
    std::vector<std::uint32_t> headings;      // lines that stay with the one after them, ascending
};

struct RowShape {
    std::vector<CellShape> cells;
    bool heading = false;  // never the last row of a page: stays with the row after it
    std::uint32_t tallest() const;
};

struct TableMeasures {
    double leading = 0;             // pt, from line to line
    double padding = 0;             // pt, above and below a row's lines together
    double first_page = 0;          // pt that the rows have on the first page
    double other_pages = 0;         // and on each that follows
    std::uint32_t least_lines = 2;  // of a split cell on either side
    std::uint32_t whole_lines = 0;  // a row up to so high is not split if the next page takes it
};

// A stretch of a cell's lines.
struct LineRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

struct RowPart {
    std::uint32_t row = 0;
    std::vector<LineRange> cells;
    double height = 0;
    bool first = true;  // the row begins here
    bool last = true;   // and ends here
};

struct TablePage {
    std::vector<RowPart> parts;
    double used = 0;  // pt
};

// Fills page after page. A row is split only between lines, with at least `least_lines` of every
// split cell on each side, and a line or two earlier where that ends blocks instead of cutting
// them, and never between a heading and what it heads; a row that would leave less begins on the
// next page, as does a row of at most `whole_lines`. Every line is on exactly one page, in order;
// no part is higher than its page (a page too low for `least_lines` lines still takes them).
std::vector<TablePage> split_table(std::span<const RowShape> rows, const TableMeasures& measures);

}  // namespace dutylist::typeset
