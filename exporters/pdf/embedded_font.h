#pragma once

#include "exporters/pdf/font_usage.h"
#include "exporters/pdf/pdf_file.h"
#include "exporters/typeset/font_face.h"

namespace dutylist::pdf {

// Subsets the font to the glyphs used, embeds it as a composite font with Identity-H (ISO 32000-1
// 9.7) and sets the codes and widths of `usage`. Returns the font dictionary.
PoDoFo::PdfReference embed_font(PdfFile& file, const typeset::FontFace& face, FontUsage& usage);

}  // namespace dutylist::pdf
