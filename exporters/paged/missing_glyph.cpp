#include "exporters/paged/missing_glyph.h"

#include <cstdio>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/text/utf8.h"

namespace dutylist::paged {

Diagnostic missing_glyph(char32_t character, SourceLocation place) {
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(character));
    const std::string text = to_utf8(character);
    return make_diagnostic(Code::font_glyph_missing, std::move(place), {text, code}, text);
}

}  // namespace dutylist::paged
