#pragma once

#include <optional>
#include <string_view>

#include "pipeline/xml/xml_attributes.h"

namespace dutylist {

// Whether an element of a Word document holds nothing of its present text: deleted text, former
// properties (ECMA-376 part 1, 17.13.5), ruby text.
bool is_left_out(std::string_view element);

// The character of <w:sym> (17.3.3.30).
struct Symbol {
    char32_t character = 0;
    bool of_symbol_font = false;  // from the private use area: what it looks like, the font says
};
// Nothing where its attributes name no character.
std::optional<Symbol> symbol_of(const XmlAttributes& attributes);

}  // namespace dutylist
