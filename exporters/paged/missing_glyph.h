#pragma once

#include "pipeline/diagnostics/diagnostic.h"

namespace dutylist::paged {

// What is said about a character that no font has.
Diagnostic missing_glyph(char32_t character, SourceLocation place);

}  // namespace dutylist::paged
