#pragma once

#include <optional>
#include <span>

#include "exporters/pdf/font_usage.h"
#include "exporters/pdf/pdf_file.h"
#include "exporters/pdf/pdf_settings.h"
#include "exporters/typeset/frame.h"

namespace dutylist::pdf {

// Adds the sheets of the imposed document, each page a form XObject, and returns the page tree.
// Pages are placed as they are printed, whatever /Rotate shows on screen.
PoDoFo::PdfReference add_imposed_pages(PdfFile& file, const typeset::PagedDocument& document,
                                       const Imposition& imposition,
                                       const std::optional<CropMarks>& marks,
                                       std::span<const FontUsage> fonts,
                                       const PoDoFo::PdfReference& resources);

}  // namespace dutylist::pdf
