#pragma once

#include <cstddef>
#include <cstdint>
#include <ranges>
#include <string_view>
#include <vector>

namespace dutylist {

// What two sets (or multisets) have in common, and how alike that makes them: 0 (nothing) to 1 (the
// same). Two empty sets are alike. Every likeness of texts and names is one of these two.
struct Overlap {
    std::size_t common = 0;
    std::size_t both = 0;  // the two sizes added

    double dice() const {  // Sørensen–Dice: the larger of the two measures
        return both == 0 ? 1 : 2.0 * static_cast<double>(common) / static_cast<double>(both);
    }
    double jaccard() const {
        return both == 0 ? 1 : static_cast<double>(common) / static_cast<double>(both - common);
    }
};

// Of two sorted ranges; equal elements count as often as both have them.
template <std::ranges::forward_range Range>
Overlap overlap(const Range& a, const Range& b) {
    Overlap result{0, static_cast<std::size_t>(std::ranges::size(a) + std::ranges::size(b))};
    auto left = std::ranges::begin(a);
    auto right = std::ranges::begin(b);
    while (left != std::ranges::end(a) && right != std::ranges::end(b)) {
        if (*left < *right) {
            ++left;
        } else if (*right < *left) {
            ++right;
        } else {
            ++result.common, ++left, ++right;
        }
    }
    return result;
}

// The pairs of neighbouring characters of a text without its white space, with its two ends, as a
// sorted multiset: what likeness is measured on.
class CharacterPairs {
public:
    CharacterPairs() = default;
    explicit CharacterPairs(std::string_view text);

    const std::vector<std::uint64_t>& pairs() const { return pairs_; }
    std::size_t size() const { return pairs_.size(); }
    bool empty() const { return pairs_.empty(); }

private:
    std::vector<std::uint64_t> pairs_;
};

// Sørensen–Dice coefficient of the two multisets: 0 (nothing in common) to 1 (the same pairs). Two
// empty texts are alike: 1. Symmetric, independent of any locale.
double likeness(const CharacterPairs& a, const CharacterPairs& b);

}  // namespace dutylist
