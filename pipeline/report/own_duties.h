#pragma once

#include <functional>
#include <string_view>

#include "pipeline/model/duty_list.h"
#include "pipeline/model/unit.h"

namespace dutylist {

// Whether a department as printed is the one that is asked for.
using IsOwnDepartment = std::function<bool(std::string_view printed)>;

// What an item of a cooperative list says of one department's duties: the whole cell where the item
// names no other, else its own points, those that are nobody's in particular and those of others
// that name it, with the headings above them, as printed. Empty where there is none.
Cell own_superior_duties(const DutyList& list, const Item& item, const Unit& unit,
                         const IsOwnDepartment& is_own);

// How a recalled item works now that it is the department's: what stands below its name, as
// printed.
Cell own_handover_method(const DutyList& list, const Item& item, const IsOwnDepartment& is_own);

}  // namespace dutylist
