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
};

// Pairs of names that are equal, or whose sets of adjacent character pairs have a Jaccard
// similarity of at least `threshold` (0 to 1). Of equal names each is paired with the first one of
// every list. Names of fewer than six characters are compared for equality only. Each pair of names
// that share only common pairs is never looked at (prefix filtering), so that lists of 100,000
// names take seconds, not hours. Ordered by the second, then by the first.
std::vector<SimilarPair> similar_pairs(const std::vector<NameInList>& names, double threshold);

}  // namespace dutylist::check
