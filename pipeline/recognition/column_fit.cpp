#include "pipeline/recognition/column_fit.h"

#include <algorithm>

#include "pipeline/recognition/draft_text.h"

namespace dutylist {

ColumnFit::ColumnFit(std::span<const DraftRow> heads, std::size_t width,
                     std::span<const std::uint32_t> grid)
    : grid_(grid.begin(), grid.end()) {
    for (std::size_t column = 0; column < width; ++column) {
        // A head begins where one begins on any level.
        const bool begins =
            column == 0 || std::any_of(heads.begin(), heads.end(), [&](const DraftRow& row) {
                return column >= row.cells.size() || !row.cells[column].covered;
            });
        if (begins) heads_.push_back({column, column});
        heads_.back().end = column + 1;
    }
}

std::vector<ColumnFit::Range> ColumnFit::cells_of(const DraftRow& row) {
    std::vector<Range> cells;
    bool open = false;
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const DraftCell& cell = row.cells[column];
        if (!cell.covered) {
            cells.push_back({column, column + 1});
            open = true;
        } else if (cell.from_merge && open) {
            cells.back().end = column + 1;
        } else {
            open = false;
        }
    }
    return cells;
}

bool ColumnFit::has_cell_for_each_head(const DraftRow& row) const {
    return !heads_.empty() && cells_of(row).size() == heads_.size();
}

bool ColumnFit::lies_below_one(const Range& cell) const {
    const auto head = std::lower_bound(heads_.begin(), heads_.end(), cell.end,
                                       [](const Range& h, std::size_t end) { return h.end < end; });
    return head != heads_.end() && head->begin <= cell.begin;
}

std::uint64_t ColumnFit::position(std::size_t column) const {
    if (grid_.empty()) return column;
    if (column < grid_.size()) return grid_[column];
    return grid_.back() + (column - grid_.size() + 1);
}

const ColumnFit::Range& ColumnFit::most_overlapped(const Range& cell) const {
    const Range* best = &heads_.back();
    std::uint64_t most = 0;
    const std::uint64_t begin = position(cell.begin);
    const std::uint64_t end = position(cell.end);
    const auto first =
        std::upper_bound(heads_.begin(), heads_.end(), cell.begin,
                         [](std::size_t column, const Range& head) { return column < head.end; });
    for (auto at = first; at != heads_.end() && at->begin < cell.end; ++at) {
        const Range& head = *at;
        const std::uint64_t left = std::max(begin, position(head.begin));
        const std::uint64_t right = std::min(end, position(head.end));
        if (right > left && right - left > most) {
            most = right - left;
            best = &head;
        }
    }
    return *best;
}

ColumnFit::Result ColumnFit::fit(DraftRow& row) const {
    const bool plain = std::none_of(row.cells.begin(), row.cells.end(),
                                    [](const DraftCell& cell) { return cell.covered; }) &&
                       (heads_.empty() || heads_.size() == heads_.back().end);
    if (plain || heads_.empty()) return {};
    std::vector<Range> cells = cells_of(row);
    const std::size_t width = heads_.back().end;
    while (!cells.empty() && cells.back().begin >= width &&
           row.cells[cells.back().begin].content.text.empty())
        cells.pop_back();

    const bool aligned = std::all_of(cells.begin(), cells.end(),
                                     [&](const Range& cell) { return lies_below_one(cell); });
    if (aligned) {
        for (DraftCell& cell : row.cells) {
            if (cell.covered) cell.content = {};
        }
        return {false, cells.size(), heads_.size()};
    }
    DraftRow fitted;
    fitted.header = row.header;
    fitted.cells.resize(width);
    const bool in_order = cells.size() == heads_.size();
    bool by_position = false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        DraftCell& from = row.cells[cells[i].begin];
        const Range& head = in_order ? heads_[i] : most_overlapped(cells[i]);
        DraftCell& to = fitted.cells[head.begin];
        by_position = by_position || (!in_order && !from.content.text.empty());
        if (to.content.text.empty()) {
            to = std::move(from);
            to.covered = false;
        } else {
            append(to.content, std::move(from.content), " ");
        }
    }
    row = std::move(fitted);
    return {by_position, cells.size(), heads_.size()};
}

}  // namespace dutylist
