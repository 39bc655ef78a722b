#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "pipeline/recognition/copy_budget.h"

namespace dutylist {

// Counts the cells of one input against Limits::cells, cell_bytes and text_bytes, and copies in a
// CopyBudget, so that no input, however it is built, can fill the memory. Throws JobError
// format_too_many_cells, format_cell_too_long, format_too_much_text or format_merge_too_large,
// naming the limit.
class CellBudget {
public:
    explicit CellBudget(std::string file) : file_(std::move(file)) {}

    void take_cell(std::uint64_t text_bytes);
    // A cell without text of its own in the input: merged, repeated, filling a gap.
    void take_copy(std::uint64_t text_bytes);
    // A cell of its own whose text stands elsewhere in the input, once for all that have it.
    void take_shared(std::uint64_t text_bytes);
    // For those who collect a cell's text piece by piece: refuses it before it fills the memory.
    void require_cell_size(std::uint64_t text_bytes) const;

    const std::string& file() const { return file_; }

private:
    void count(std::uint64_t text_bytes);

    std::string file_;
    std::uint64_t cells_ = 0;
    std::uint64_t text_bytes_ = 0;
    CopyBudget copies_;
};

}  // namespace dutylist
