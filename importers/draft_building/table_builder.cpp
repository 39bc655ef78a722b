#include "importers/draft_building/table_builder.h"

#include <algorithm>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/limits.h"

namespace dutylist {

void TableBuilder::begin_row(bool header) {
    if (in_row_) end_row();
    table_.rows.emplace_back();
    table_.rows.back().header = header;
    in_row_ = true;
}

void TableBuilder::require_column(std::size_t column) const {
    if (column >= default_limits.table_columns) {
        throw JobError(Code::format_too_many_columns, {},
                       {budget_->file(), std::to_string(default_limits.table_columns)});
    }
}

void TableBuilder::place(DraftCell cell) {
    std::vector<DraftCell>& cells = table_.rows.back().cells;
    require_column(cells.size());
    const bool own = !cell.from_merge && !cell.covered;
    if (!own) {
        budget_->take_copy(cell.content.text.size());
    } else {
        budget_->take_cell(cell.content.text.size());
    }
    cells.push_back(std::move(cell));
}

// Fills the columns that cells of earlier rows reach down into, from the row's end on.
void TableBuilder::copy_reaching() {
    std::vector<DraftCell>& cells = table_.rows.back().cells;
    while (cells.size() < reaching_.size() && reaching_[cells.size()].rows_left > 0) {
        Reaching& from = reaching_[cells.size()];
        --from.rows_left;
        DraftCell copy = table_.rows[from.row].cells[from.column];
        copy.from_merge = true;
        copy.covered = from.column != cells.size();
        place(std::move(copy));
    }
}

std::uint32_t TableBuilder::next_column() {
    copy_reaching();
    return static_cast<std::uint32_t>(table_.rows.back().cells.size());
}

void TableBuilder::add(DraftText content, std::uint32_t columns, std::uint32_t rows) {
    if (!in_row_) begin_row();
    const std::size_t column = next_column();
    const std::size_t row = table_.rows.size() - 1;
    require_column(column);
    columns = std::clamp<std::uint32_t>(
        columns, 1, default_limits.table_columns - static_cast<std::uint32_t>(column));
    rows = std::clamp<std::uint32_t>(rows, 1, default_limits.cell_span);
    place({std::move(content), false});
    for (std::uint32_t i = 0; i < columns; ++i) {
        if (i > 0) {
            // A span that runs into a cell from above ends there.
            if (column + i < reaching_.size() && reaching_[column + i].rows_left > 0) break;
            DraftCell copy = table_.rows.back().cells[column];
            copy.from_merge = copy.covered = true;
            place(std::move(copy));
        }
        if (rows > 1) {
            if (reaching_.size() <= column + i) reaching_.resize(column + i + 1);
            reaching_[column + i] = {rows - 1, row, column};
        }
    }
}

void TableBuilder::add_continued(std::uint32_t columns) {
    if (!in_row_) begin_row();
    for (std::uint32_t i = 0; i < std::max(columns, 1u); ++i) {
        const std::size_t column = next_column();
        DraftCell copy;
        const std::size_t row = table_.rows.size() - 1;
        if (row > 0 && column < table_.rows[row - 1].cells.size()) {
            copy = table_.rows[row - 1].cells[column];
        }
        copy.from_merge = true;
        copy.covered = i > 0;
        place(std::move(copy));
    }
}

void TableBuilder::add_covered(std::uint32_t columns) {
    if (!in_row_) begin_row();
    for (std::uint32_t i = 0; i < std::max(columns, 1u); ++i) {
        DraftCell copy;
        if (next_column() > 0) copy = table_.rows.back().cells.back();
        copy.from_merge = copy.covered = true;
        place(std::move(copy));
    }
}

void TableBuilder::put_under_merge(std::uint32_t column, DraftText content) {
    if (!in_row_) begin_row();
    while (next_column() < column) place({{}, false, true});
    std::vector<DraftCell>& cells = table_.rows.back().cells;
    if (column == cells.size()) {
        place({std::move(content), false});
        return;
    }
    budget_->take_cell(content.text.size());
    cells[column] = {std::move(content), false};
}

void TableBuilder::skip_columns(std::uint32_t columns) {
    if (!in_row_) begin_row();
    for (std::uint32_t i = 0; i < std::min(columns, default_limits.table_columns); ++i) {
        require_column(next_column());
        budget_->take_copy(0);
        table_.rows.back().cells.emplace_back();
    }
}

void TableBuilder::leave_out_columns(std::uint32_t columns) {
    if (!in_row_) begin_row();
    for (std::uint32_t i = 0; i < std::min(columns, default_limits.table_columns); ++i) {
        next_column();
        place({{}, false, true});
    }
}

void TableBuilder::add_grid_column(std::uint32_t width) {
    constexpr std::uint32_t widest = 1'000'000;
    std::vector<std::uint32_t>& grid = table_.grid;
    if (grid.empty()) grid.push_back(0);
    if (grid.size() <= default_limits.table_columns)
        grid.push_back(grid.back() + std::clamp<std::uint32_t>(width, 1, widest));
}

void TableBuilder::skip_width(std::uint32_t width) {
    const std::vector<std::uint32_t>& grid = table_.grid;
    const auto line = std::lower_bound(grid.begin(), grid.end(), width);
    if (line == grid.begin() || line == grid.end()) return;
    const auto before = line - 1;
    leave_out_columns(static_cast<std::uint32_t>((*line - width < width - *before ? line : before) -
                                                 grid.begin()));
}

void TableBuilder::end_row() {
    if (!in_row_) return;
    // A cell may reach down to the right of the row's last cell as well.
    std::size_t reached = reaching_.size();
    while (reached > 0 && reaching_[reached - 1].rows_left == 0) --reached;
    reaching_.resize(reached);
    for (copy_reaching(); table_.rows.back().cells.size() < reached; copy_reaching())
        place({{}, false, true});
    in_row_ = false;
}

void TableBuilder::skip_rows(std::uint32_t rows) {
    for (Reaching& from : reaching_) from.rows_left -= std::min(from.rows_left, rows);
}

DraftTable TableBuilder::take() {
    end_row();
    reaching_.clear();
    return std::exchange(table_, {});
}

}  // namespace dutylist
