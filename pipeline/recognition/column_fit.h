#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "pipeline/recognition/draft.h"

namespace dutylist {

// Brings the cells of rows below the heads of their table where the two do not line up: heads or
// cells that reach over several columns of the grid, rows that leave columns out.
class ColumnFit {
public:
    ColumnFit() = default;
    // `heads`: the row of heads, or the two of its levels; `width`: how many columns of the grid
    // they have; `grid`: DraftTable::grid.
    ColumnFit(std::span<const DraftRow> heads, std::size_t width,
              std::span<const std::uint32_t> grid);

    struct Result {
        bool by_position = false;  // the cells had to be matched by their edges
        std::size_t cells = 0;     // of the row
        std::size_t heads = 0;
    };
    // A row whose cells each lie below one head stays as it is; one with as many cells as there
    // are heads is matched in order; in any other, each text goes below the head that its cell
    // overlaps most. A text that reaches over several columns then stands in one.
    Result fit(DraftRow& row) const;

    // Whether the row has as many cells as there are heads.
    bool has_cell_for_each_head(const DraftRow& row) const;

private:
    struct Range {  // columns of the grid
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    static std::vector<Range> cells_of(const DraftRow& row);
    bool lies_below_one(const Range& cell) const;
    const Range& most_overlapped(const Range& cell) const;
    std::uint64_t position(std::size_t column) const;

    std::vector<Range> heads_;
    std::vector<std::uint32_t> grid_;
};

}  // namespace dutylist
