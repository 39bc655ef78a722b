#pragma once

#include <string>

#include "exporters/pdf/pdf_settings.h"
#include "exporters/typeset/frame.h"

namespace dutylist::pdf {

// The document as a PDF 1.4 file: fonts embedded and subset, every text extractable exactly,
// bookmarks, links, named destinations and page labels; tagged and conforming to PDF/A-1a where the
// document has a structure, else to PDF/A-1b. An imposed document has no tags and no navigation: it
// is made for paper. The same document gives the same bytes. Thread safe.
// Throws JobError font_not_embeddable.
std::string make_pdf(const typeset::PagedDocument& document, const PdfSettings& settings);

}  // namespace dutylist::pdf
