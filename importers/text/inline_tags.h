#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dutylist {

// The markup that cells of text files carry: p, ol, ul, li and br, opening or closing, in either
// case. Any other < is text.
struct CellTag {
    enum class Kind : std::uint8_t { paragraph, ordered, unordered, item, line_break } kind{};
    bool closing = false;
    std::string_view attributes;  // between the name and >
    std::size_t bytes = 0;        // of the whole tag
};

// The tag that `text` begins with, or nothing.
std::optional<CellTag> tag_at(std::string_view text);

// The value of an attribute, quotes taken off; empty if it is not there.
std::string_view attribute_of(std::string_view attributes, std::string_view name);

// A character reference at the start of `text` (&amp; &#20013; &#x4e2d;): {character, bytes}.
// Nothing for an unknown name or a character that text may not hold.
struct CellCharacterReference {
    char32_t character = 0;
    std::size_t bytes = 0;
};
std::optional<CellCharacterReference> reference_at(std::string_view text);

}  // namespace dutylist
