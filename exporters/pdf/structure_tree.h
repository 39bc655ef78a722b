#pragma once

#include <span>

#include "exporters/pdf/marked_content.h"
#include "exporters/pdf/pdf_file.h"
#include "exporters/typeset/frame.h"

namespace dutylist::pdf {

// Writes the tag tree (ISO 32000-1 14.7) and returns its root. Page i must have /StructParents i,
// link annotation k /StructParent pages + k. Table heads and bodies, which PDF 1.4 does not know,
// hand their rows to the table.
PoDoFo::PdfReference add_structure_tree(PdfFile& file, const typeset::PagedDocument& document,
                                        const MarkedContent& content,
                                        std::span<const PoDoFo::PdfReference> pages,
                                        std::span<const PoDoFo::PdfReference> links);

}  // namespace dutylist::pdf
