#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "importers/hypertext/html_tokenizer.h"

namespace dutylist {

// What a control of a form shows (HTML standard, 4.10): the text in an <input> or <textarea>, the
// chosen option of a <select>. `content`: what stands up to its end tag. Nothing if the element is
// no control that shows text.
std::optional<std::string> text_of_control(const HtmlToken& token, std::string_view content);

// Whether it is a box to be ticked or a button of several to choose from.
bool is_choice(const HtmlToken& token);

}  // namespace dutylist
