#pragma once

#include <string>

#include "exporters/pdf/font_usage.h"

namespace dutylist::pdf {

// The ToUnicode CMap (ISO 32000-1 9.10.3) of a font whose codes are two bytes: for every glyph that
// says something by itself, what it says; several characters where it stands for several.
std::string to_unicode_cmap(const FontUsage& usage);

// Text as a PDF text string (ISO 32000-1 7.9.2.2): ASCII as it is, anything else as UTF-16BE with
// its byte order mark. What is not valid UTF-8 becomes U+FFFD.
std::string text_string_bytes(std::string_view utf8);

}  // namespace dutylist::pdf
