#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dutylist {

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
