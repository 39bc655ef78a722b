#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/model/document.h"

namespace dutylist {

// Finds what the cells mean: numbers, departments, blocks of duties, hand-overs. Reads only the
// texts, the restored labels, the columns and the unit, so that the same texts give the same
// meaning whichever form they came in; replaces whatever meaning the document had before.
void analyse(Document& document, Diagnostics& diagnostics);

// The townships that an item of a department's list names (关联镇街); empty where the list has no
// such column.
std::vector<std::string_view> named_townships(const DutyList& list, const Item& item);

// Who a point (a clause or paragraph of superior duties) belongs to.
struct Point {
    std::uint32_t block = 0;                 // index into the cell's blocks
    std::vector<std::uint32_t> departments;  // indices into Item::departments; empty: shared
};

// The points of the item's superior duties, in order. A point belongs to the department heading
// above it in its cell; else to the departments that its opening words name (joined by 、); else to
// the item's only department; else it is shared.
std::vector<Point> superior_points(const DutyList& list, const Item& item, const Unit& unit);

// The forms in which a text may name a department: its full name, and the name without the
// prefixes of its region that the unit gives (云川县农业农村局, 县农业农村局, 农业农村局); a
// branch also with or without what its region is (…局云川分局, …局云川县分局).
std::vector<std::string> short_forms(std::string_view department, const Unit& unit);

// The department's name with the full name of its region (县农业农村局: 云川县农业农村局); a name
// without a region is taken to be of the unit's county. As printed where the unit gives no county.
std::string full_department_name(std::string_view department, const Unit& unit);

}  // namespace dutylist
