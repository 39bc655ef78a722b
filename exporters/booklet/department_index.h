#pragma once

#include "exporters/booklet/booklet_pages.h"
#include "exporters/booklet/outline.h"
#include "pipeline/exporter.h"

namespace dutylist::booklet {

// The departments that the lists name, most named first, each with the pages of its items as
// links. `lists` parallels the document's lists. Sets nothing and returns false if no department
// is named. Fills `place` for the contents.
bool set_department_index(BookletPages& builder, const Document& document, const Office& office,
                          const std::vector<ListPlace>& lists, int& next_page, ListPlace& place);

}  // namespace dutylist::booklet
