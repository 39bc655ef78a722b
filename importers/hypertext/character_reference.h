#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dutylist {

// A character reference of HTML: &amp; &#20013; &#x4E2D; &nbsp; and what browsers accept besides
// (&nbsp without its semicolon, &#150; for the dash of Windows).
struct HtmlCharacterReference {
    std::string text;       // UTF-8
    std::size_t bytes = 0;  // of the source
};

// The reference that begins at `text`, which begins with '&'; nothing if none does.
std::optional<HtmlCharacterReference> read_character_reference(std::string_view text);

// The text with all references replaced, as for the value of an attribute.
std::string without_references(std::string_view text);

}  // namespace dutylist
