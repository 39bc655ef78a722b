#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dutylist {

// A name and the units in which it stands.
struct NamedGroup {
    std::string_view name;
    int list = 0;
    std::vector<std::uint32_t> units;
};

inline constexpr double alike_names = 0.85;

// For each group the one whose name it shares but for its wording: itself, or an earlier chosen
// group of the same list whose name is at least alike_names like its own and which has no unit in
// common. Groups of more units choose first, then those seen first; each takes the likest, ties the
// one chosen first. Candidates come from an index of the rarest pairs of characters (any two names
// that are so alike share one of them), so time is near-linear; a name tries at most 8 of those
// that share most of them.
std::vector<std::uint32_t> group_alike_names(const std::vector<NamedGroup>& groups);

}  // namespace dutylist
