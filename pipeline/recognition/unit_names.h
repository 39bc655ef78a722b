#pragma once

#include <optional>
#include <string_view>

#include "pipeline/model/unit.h"

namespace dutylist {

// Reads a unit from its levels written one after another, white space aside:
// "…省…市…县…镇", any level missing. The whole text must be levels, each by its ending (省,
// 自治区; 市, 自治州, 地区, 盟; 县, 区, 市, 旗; 乡, 镇, 街道, 苏木 …); of several readings the
// one with the fewest endings inside names counts. Nothing if there is none, or only a province.
std::optional<Unit> parse_unit(std::string_view text);

// What the user says with --unit: levels separated by / (the lowest last), or written out.
// Throws JobError unit_not_understood.
Unit unit_from_setting(std::string_view setting);

// The part of a title before what it is the title of: "…枫落坪乡" of "…枫落坪乡基本履职事项清单".
std::string_view unit_part_of_title(std::string_view title);

}  // namespace dutylist
