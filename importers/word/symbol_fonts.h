#pragma once

#include <optional>
#include <string_view>

namespace dutylist {

// Fonts whose characters are pictures: Wingdings, Webdings, Symbol and their kin.
bool is_symbol_font(std::string_view font);

// The character of Unicode that shows what code 0x20 to 0xFF of such a font shows; nothing for what
// lists do not use.
std::optional<char32_t> character_of_symbol_font(std::string_view font, unsigned code);

}  // namespace dutylist
