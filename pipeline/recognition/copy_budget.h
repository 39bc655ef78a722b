#pragma once

#include <cstdint>
#include <optional>

namespace dutylist {

// Counts the cells that stand for no text of their own in the input (copies of merged and repeated
// cells, categories filled down, cells that a short row lacks), so that a small input cannot fill
// the memory: Limits::merged_bytes for all, and their texts no more than Limits::merged_text_free
// and Limits::merged_text_ratio times the input's own.
class CopyBudget {
public:
    void add_own(std::uint64_t text_bytes) { own_text_ += text_bytes; }
    // The limit in bytes that these cells pass (Code::format_merge_too_large), if one.
    [[nodiscard]] std::optional<std::uint64_t> take(std::uint64_t cells, std::uint64_t text_bytes);
    // The same of a cell that is written, with a reference to its text.
    [[nodiscard]] std::optional<std::uint64_t> take_shared(std::uint64_t text_bytes);

private:
    std::optional<std::uint64_t> passed(std::uint64_t text_bytes) const;

    std::uint64_t own_text_ = 0;
    std::uint64_t copied_text_ = 0;
    std::uint64_t shared_text_ = 0;
    std::uint64_t copied_cells_ = 0;
};

}  // namespace dutylist
