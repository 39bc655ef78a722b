#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dutylist::check {

// The Han characters, letters and digits of a text, everything else left out: the form in which
// names are compared.
std::u32string comparable(std::string_view text);
std::u32string comparable(std::u32string_view characters);

// Whether the shorter one's characters all stand in the longer one in the same order.
bool is_subsequence(std::u32string_view shorter, std::u32string_view longer);

struct SimilarPair {
    std::uint32_t first = 0;  // indices into the names, first < second
    std::uint32_t second = 0;
    bool equal = false;
};

struct NameInList {
    std::u32string_view name;
    std::uint32_t list = 0;
    bool recalled = false;  // the list is one of what was taken back
};

// Pairs of names that are equal, or whose sets of adjacent character pairs have a Jaccard
// similarity of at least `threshold` (0 to 1). Of equal names each is paired with the first one of
// its own list, and with the first of each list that is recalled where its own is not, or the other
// way round. Names of fewer than six characters are compared for equality only. Names that share
// only common pairs are never looked at (prefix filtering), and of the others that stand before it
// each name is compared with no more than `most_compared` and paired with no more than
// `most_similar`, so that time and pairs grow with the number of names. Ordered by the second, then
// by the first.
inline constexpr std::size_t most_compared = 256;
inline constexpr std::size_t most_similar = 8;
std::vector<SimilarPair> similar_pairs(const std::vector<NameInList>& names, double threshold);

}  // namespace dutylist::check
