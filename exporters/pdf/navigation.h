#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "exporters/pdf/marked_content.h"
#include "exporters/pdf/pdf_file.h"
#include "exporters/typeset/frame.h"

namespace dutylist::pdf {

// The bookmarks (ISO 32000-1 12.3.3) with their counts; nothing if there are none.
std::optional<PoDoFo::PdfReference> add_outlines(PdfFile& file,
                                                 const std::vector<typeset::Bookmark>& bookmarks);

// The name tree of all destinations (ISO 32000-1 7.9.6), as the entry /Dests of /Names. Of equal
// names the first counts. `margin`: what crop marks add around each page.
std::optional<PoDoFo::PdfReference> add_destinations(PdfFile& file,
                                                     const typeset::PagedDocument& document,
                                                     double margin,
                                                     std::span<const PoDoFo::PdfReference> pages);

// The page labels as a number tree written out (ISO 32000-1 12.4.2); empty if no page has one.
std::string page_labels(const std::vector<typeset::Page>& pages);

// The link annotations of a page; those with a structure node are noted in `content`. References
// of the latter are appended to `tagged`. Returns the page's /Annots array written out, or "".
std::string add_links(PdfFile& file, const typeset::PagedDocument& document, std::uint32_t page,
                      double margin, MarkedContent& content,
                      std::vector<PoDoFo::PdfReference>& tagged);

}  // namespace dutylist::pdf
