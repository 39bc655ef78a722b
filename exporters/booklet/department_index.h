#pragma once

#include <string>
#include <vector>

#include "exporters/booklet/booklet_pages.h"
#include "exporters/booklet/outline.h"
#include "pipeline/model/document.h"
#include "pipeline/office/office.h"

namespace dutylist::booklet {

struct IndexReference {
    int page = 0;  // as printed
    std::string destination;
};

struct IndexEntry {
    std::string name;
    std::vector<IndexReference> pages;  // ascending, each page once
};

// The departments that the lists name, by pinyin, each with the pages of its items. `lists`
// parallels the document's lists.
std::vector<IndexEntry> department_entries(const Document& document, const Office& office,
                                           const std::vector<ListPlace>& lists);

// Sets them, at least one, with the pages as links. Fills `place` for the contents.
void set_department_index(BookletPages& builder, const std::vector<IndexEntry>& entries,
                          int& next_page, ListPlace& place);

}  // namespace dutylist::booklet
