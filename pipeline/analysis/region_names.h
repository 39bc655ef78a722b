#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/unit.h"

namespace dutylist {

// A region's prefix at the beginning of a department's name.
struct RegionPrefix {
    std::size_t bytes = 0;    // of the name; 0: it has none
    std::string_view region;  // the level of the unit that it ends in, written out
    std::string_view word;    // what that level is called: 县, 州, 自治区
};

// Finds the prefix that `unit` explains: one or more of its levels in order, each written out
// (青坪回族自治州), shortened to its first characters and what it is (青坪州), or, standing alone,
// as what it is (州, 县, 自治区).
RegionPrefix region_prefix(std::string_view department, const Unit& unit);

// What a region is called after: 县 for …县 and …自治县, 州 for …自治州, 自治区, 省, 市, 区, 旗,
// 盟, 地区; empty if the name has no such ending.
std::string_view region_word(std::string_view region);

}  // namespace dutylist
