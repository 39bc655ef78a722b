#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dutylist {

// Whether a text is one of the circles that Word and WPS draw around a character (带圈字符).
bool is_circle(std::string_view text);

// The character of Unicode that shows `text` in a circle: ⓪ to ㊿, Ⓐ, ⓐ, ㊀ and its kin. Nothing
// where Unicode has none.
std::optional<std::string> in_circle(std::string_view text);

}  // namespace dutylist
