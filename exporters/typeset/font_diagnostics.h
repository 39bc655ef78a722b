#pragma once

#include "exporters/typeset/font_set.h"
#include "pipeline/diagnostics/diagnostic.h"

namespace dutylist::typeset {

// What there is to tell of a document's fonts before it is set: wishes that are not installed
// (font.substituted, font.family-unknown), and folders that could not be read where a wish was not
// found (font.folder-unread).
void tell_wishes(const FontSet& fonts, Diagnostics& diagnostics);

// After it was set: font files that could not be read (font.skipped).
void tell_unreadable(const FontSet& fonts, Diagnostics& diagnostics);

}  // namespace dutylist::typeset
