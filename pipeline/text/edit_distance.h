#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dutylist {

// Whether two neighbouring characters that changed places are one step (Damerau) or two.
enum class Swaps : std::uint8_t { two_steps, one_step };

// How many characters must be put in, taken out or changed to make one text of the other
// (Levenshtein); stops and returns limit + 1 as soon as it is more than `limit`.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit,
                          Swaps swaps = Swaps::two_steps);

}  // namespace dutylist
