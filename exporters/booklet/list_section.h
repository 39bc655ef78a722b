#pragma once

#include <cstddef>
#include <string>

#include "exporters/booklet/booklet_pages.h"
#include "exporters/booklet/outline.h"
#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/model/document.h"

namespace dutylist::booklet {

// Sets one list as a ruled table from a new page on, with structure, destinations and bookmarks.
// `index`: of the list in the document; `destination`: the list's, with which those in it begin, no
// other list's; `next_page`: the printed number of the next page, counted on. Throws JobError
// booklet_columns_too_wide.
ListPlace set_list(BookletPages& builder, const Document& document, std::size_t index,
                   const std::string& destination, int& next_page, Diagnostics& diagnostics);

}  // namespace dutylist::booklet
