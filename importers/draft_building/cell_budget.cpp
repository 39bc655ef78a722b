#include "importers/draft_building/cell_budget.h"

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/limits.h"

namespace dutylist {

void CellBudget::take_cell(std::uint64_t text_bytes) {
    count(text_bytes);
    copies_.add_own(text_bytes);
}

void CellBudget::take_copy(std::uint64_t text_bytes) {
    count(text_bytes);
    if (const auto limit = copies_.take(1, text_bytes))
        throw JobError(Code::format_merge_too_large, {}, {file_, std::to_string(*limit)});
}

void CellBudget::take_shared(std::uint64_t text_bytes) {
    count(text_bytes);
    if (const auto limit = copies_.take_shared(text_bytes))
        throw JobError(Code::format_too_much_text, {}, {file_, std::to_string(*limit)});
}

void CellBudget::count(std::uint64_t text_bytes) {
    require_cell_size(text_bytes);
    if (++cells_ > default_limits.cells) {
        throw JobError(Code::format_too_many_cells, {},
                       {file_, std::to_string(default_limits.cells)});
    }
    text_bytes_ += text_bytes;
    if (text_bytes_ > default_limits.text_bytes) {
        throw JobError(Code::format_too_much_text, {},
                       {file_, std::to_string(default_limits.text_bytes)});
    }
}

void CellBudget::require_cell_size(std::uint64_t text_bytes) const {
    if (text_bytes > default_limits.cell_bytes) {
        throw JobError(Code::format_cell_too_long, {},
                       {file_, std::to_string(default_limits.cell_bytes)});
    }
}

}  // namespace dutylist
