#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/booklet/page_builder.h"
#include "pipeline/model/document.h"

namespace dutylist::booklet {

// A title on as few lines as it needs, each at most `width` pt: whole words together and lines of
// like length (GB/T 9704-2012 7.3.1: 词意完整，排列对称，长短适宜). `break_after`: bytes of a
// unit's name at the beginning after which a line ends best, or 0. The lines joined are the title.
std::vector<std::string> title_lines(PageBuilder& builder, typeset::FontRole role,
                                     std::string_view title, double size, double width,
                                     std::size_t break_after);

// How many bytes of the title the unit's name takes at its beginning ("…县枫落坪乡"), or 0.
std::size_t unit_name_bytes(std::string_view title, std::string_view township);

// What contents and bookmarks call a list: its title without the unit's name, or `fallback` for a
// list that has none.
std::string list_name(const DutyList& list, const Unit& unit, const std::string& fallback);

}  // namespace dutylist::booklet
