#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "importers/draft_building/cell_budget.h"
#include "pipeline/recognition/draft.h"

namespace dutylist {

// Lays out cells as they come, row by row, into a table in which every cell stands in its column:
// cells that span columns or rows are repeated in each place they cover, marked from_merge, and
// covered where they do not begin (the table model of HTML 4.01 11.2.6; Word's gridSpan and vMerge
// come to the same).
class TableBuilder {
public:
    explicit TableBuilder(CellBudget& budget) : budget_(&budget) {}

    void begin_row(bool header = false);
    // The next free column of the row, where the next cell goes, from 0.
    std::uint32_t next_column();
    void add(DraftText content, std::uint32_t columns = 1, std::uint32_t rows = 1);
    // A cell that continues the one above it (Word's vMerge). Without one above: an empty cell.
    void add_continued(std::uint32_t columns = 1);
    // A cell that continues the one to its left (Word's hMerge). Without one: an empty cell.
    void add_covered(std::uint32_t columns = 1);
    // The text of a place that another cell covers, in this column of the row from 0: it stands
    // there instead of the copy.
    void put_under_merge(std::uint32_t column, DraftText content);
    // Empty cells.
    void skip_columns(std::uint32_t columns);
    // Columns in which the row has no cells at its start (Word's gridBefore).
    void leave_out_columns(std::uint32_t columns);
    // The next column of the table's grid is that wide (Word's gridCol); before the first row.
    void add_grid_column(std::uint32_t width);
    // The row begins that far in (Word's wBefore): at the nearest line of the grid.
    void skip_width(std::uint32_t width);
    void end_row();
    // Rows that hold nothing and are left out; cells that reach down go on reaching.
    void skip_rows(std::uint32_t rows);

    bool empty() const { return table_.rows.empty(); }
    std::size_t row_count() const { return table_.rows.size(); }
    DraftTable& table() { return table_; }
    DraftTable take();

private:
    // A cell of an earlier row that reaches down into the current one.
    struct Reaching {
        std::uint32_t rows_left = 0;
        std::size_t row = 0;
        std::size_t column = 0;
    };
    void require_column(std::size_t column) const;
    void place(DraftCell cell);
    void copy_reaching();

    CellBudget* budget_;
    DraftTable table_;
    std::vector<Reaching> reaching_;  // by column
    bool in_row_ = false;
};

}  // namespace dutylist
