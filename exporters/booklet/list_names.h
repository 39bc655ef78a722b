#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "pipeline/model/document.h"

namespace dutylist::booklet {

// How many bytes of the title the unit's name takes at its beginning ("…县枫落坪乡"), or 0.
std::size_t unit_name_bytes(std::string_view title, std::string_view township);

// What contents and bookmarks call a list: its title without the unit's name, or `fallback` for a
// list that has none.
std::string list_name(const DutyList& list, const Unit& unit, const std::string& fallback);

}  // namespace dutylist::booklet
