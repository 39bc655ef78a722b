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
    std::string_view attributes;  // between the name and >, as HtmlToken has them
    std::size_t bytes = 0;        // of the whole tag
};

// The tag that `text` begins with, or nothing.
std::optional<CellTag> tag_at(std::string_view text);

}  // namespace dutylist
