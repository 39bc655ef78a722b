#pragma once

#include <string>
#include <string_view>

namespace dutylist {

// The name by which parts of an Office file are compared (ECMA-376 part 2, 6.2.2): in lower case,
// %XX decoded, "." and ".." steps taken, no slash at its beginning, and '/' for the '\' that some
// programs write. Two names are one part if these are equal.
std::string comparable_part_name(std::string_view name);

// The part that a relationship's target names, seen from the folder of its source: "xl" and
// "worksheets/sheet1.xml", "../styles.xml" or "/xl/styles.xml".
std::string resolve_part_name(std::string_view folder, std::string_view target);

}  // namespace dutylist
