#include "pipeline/check/phrase_matcher.h"

#include <algorithm>

namespace dutylist::check {

PhraseMatcher::PhraseMatcher(std::span<const std::u32string_view> phrases) : phrases_(phrases) {
    for (std::uint32_t i = 0; i < phrases.size(); ++i) {
        if (phrases[i].empty()) continue;
        const char32_t first = phrases[i].front();
        if (first <= 0xFFFF) begins_[first >> 6] |= std::uint64_t{1} << (first & 63);
        order_.push_back(i);
    }
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return phrases_[a] < phrases_[b]; });
}

PhraseMatcher::Range PhraseMatcher::narrowed(Range agreeing, std::size_t depth,
                                             char32_t next) const {
    const auto begin = order_.begin() + static_cast<std::ptrdiff_t>(agreeing.begin);
    const auto end = order_.begin() + static_cast<std::ptrdiff_t>(agreeing.end);
    // A phrase that ends here stands before all that go on.
    const auto first = std::partition_point(begin, end, [&](std::uint32_t phrase) {
        return phrases_[phrase].size() <= depth || phrases_[phrase][depth] < next;
    });
    const auto last = std::partition_point(
        first, end, [&](std::uint32_t phrase) { return phrases_[phrase][depth] == next; });
    return {static_cast<std::size_t>(first - order_.begin()),
            static_cast<std::size_t>(last - order_.begin())};
}

}  // namespace dutylist::check
