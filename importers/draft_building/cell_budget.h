#pragma once

#include <cstdint>
#include <string>
#include <utility>

namespace dutylist {

// Counts the cells of one input against Limits::cells, cell_bytes, text_bytes and merged_bytes, so
// that no input, however it is built, can fill the memory. Throws JobError format_too_many_cells,
// format_cell_too_long, format_too_much_text or format_merge_too_large, naming the limit.
class CellBudget {
public:
    explicit CellBudget(std::string file) : file_(std::move(file)) {}

    void take_cell(std::uint64_t text_bytes);
    void take_merged_cell(std::uint64_t text_bytes);  // a copy: merged or repeated
    // For those who collect a cell's text piece by piece: refuses it before it fills the memory.
    void require_cell_size(std::uint64_t text_bytes) const;

    const std::string& file() const { return file_; }

private:
    std::string file_;
    std::uint64_t cells_ = 0;
    std::uint64_t text_bytes_ = 0;
    std::uint64_t merged_bytes_ = 0;
};

}  // namespace dutylist
