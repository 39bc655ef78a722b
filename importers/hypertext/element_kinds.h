#pragma once

#include <string_view>

#include "importers/draft_building/text_look.h"
#include "importers/hypertext/html_tokenizer.h"
#include "importers/hypertext/style_sheet.h"

namespace dutylist {

// What the elements of HTML are, by name (HTML standard, 4 and 15).
bool is_block(std::string_view element);
bool is_empty_element(std::string_view element);  // has no end tag
bool is_no_text(std::string_view element);        // what it holds is no text of the page
bool is_around_the_text(std::string_view element);
bool is_control(std::string_view element);  // that may show a text

// What an element says of the look of its text: by its name, its attributes and its style.
TextLook look_of(const HtmlToken& token, const Declarations& style);

}  // namespace dutylist
