#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "exporters/typeset/font_catalogue.h"

namespace dutylist::typeset {

// The slow ways to a font, used where the fixed table does not help.

// The face of a file whose family or full name, in any language, is `family`.
std::optional<unsigned> face_named(const std::filesystem::path& file, std::string_view family);

// What fontconfig has under exactly this family name; it is not believed when it substitutes.
// 5 to 8 ms, half a second without its cache.
std::optional<FontFile> fontconfig_family(std::string_view family);

// Any installed font with a glyph for the character.
std::optional<FontFile> fontconfig_character(char32_t character);

}  // namespace dutylist::typeset
