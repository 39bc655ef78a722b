#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dutylist {

// Finds those of many texts with which another text begins, or ends, in time of that text's length,
// however many they are and however they begin each other. Each text has a number, the first that
// was given it. The texts must outlive the table.
class AffixTable {
public:
    enum class At : std::uint8_t { begin, end };
    explicit AffixTable(At at) : at_(at) {}

    void add(std::string_view text, std::uint32_t number);

    struct Match {
        std::string_view text;
        std::uint32_t number = 0;
    };
    std::optional<Match> longest(std::string_view whole) const;
    std::optional<Match> smallest_number(std::string_view whole) const;

private:
    // Those whose sum is that of an affix of `whole`, the shortest first. Sums may lie: each has to
    // be looked at.
    std::vector<Match> alike(std::string_view whole) const;
    bool fits(std::string_view affix, std::string_view whole) const;

    At at_;
    std::unordered_multimap<std::uint64_t, Match> by_sum_;
    std::set<std::size_t> lengths_;  // in bytes
};

}  // namespace dutylist
