#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dutylist {

// In bytes. The longest that Word takes is of 255 characters; a longer one, which would stand
// before every paragraph, is not restored.
inline constexpr std::size_t longest_list_label = 800;

// A number in a format of ECMA-376 part 1, 17.18.59 ST_NumberFormat ("decimal", "chineseCounting",
// "lowerLetter" …). Nothing for a format that is not known, or a number that it cannot show.
std::optional<std::string> number_text(int number, std::string_view format);

}  // namespace dutylist
