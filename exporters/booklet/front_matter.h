#pragma once

#include <string>
#include <utility>
#include <vector>

#include "exporters/booklet/booklet_pages.h"
#include "exporters/booklet/outline.h"

namespace dutylist::booklet {

using Placeholders = std::vector<std::pair<std::string_view, std::string>>;

// The cover on a page of its own. `extract`: the line that says of what this is an extract, or "".
void set_cover(BookletPages& builder, const Placeholders& values, const std::string& extract);

// Contents: lists, then their categories, with leaders, page numbers at the right, and links.
void set_contents(BookletPages& builder, const std::vector<ListPlace>& lists,
                  const ListPlace* index);

// A page without anything on it.
void set_blank(BookletPages& builder);

// Before a list or the index, where the template wants them on odd pages: the blank page that this
// takes counts but shows no number (GB/T 9704-2012 7.5).
void begin_part(BookletPages& builder, int& next_page);

}  // namespace dutylist::booklet
