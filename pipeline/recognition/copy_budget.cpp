#include "pipeline/recognition/copy_budget.h"

#include "pipeline/io/limits.h"
#include "pipeline/recognition/draft.h"

namespace dutylist {

std::optional<std::uint64_t> CopyBudget::take(std::uint64_t cells, std::uint64_t text_bytes) {
    copied_cells_ += cells;
    copied_text_ += text_bytes;
    const Limits& limits = default_limits;
    if (copied_text_ + copied_cells_ * sizeof(DraftCell) > limits.merged_bytes)
        return limits.merged_bytes;
    return passed(copied_text_);
}

std::optional<std::uint64_t> CopyBudget::take_shared(std::uint64_t text_bytes) {
    constexpr std::uint64_t bytes_of_a_reference = 24;  // <c r="B12" t="s"><v>345</v></c>
    own_text_ += bytes_of_a_reference;
    shared_text_ += text_bytes;
    return passed(shared_text_);
}

std::optional<std::uint64_t> CopyBudget::passed(std::uint64_t text_bytes) const {
    const Limits& limits = default_limits;
    const std::uint64_t most = limits.merged_text_free + limits.merged_text_ratio * own_text_;
    return text_bytes > most ? std::optional(most) : std::nullopt;
}

}  // namespace dutylist
