#pragma once

#include <string>
#include <string_view>

#include "pipeline/model/unit.h"
#include "pipeline/office/office.h"

namespace dutylist {

// The name under which a printed department counts across units, in full and without white space:
// 县公安局 of two counties are two departments, unless the dictionary counts them as one.
std::string department_identity(std::string_view printed, const Unit& unit,
                                const DepartmentDictionary& dictionary);

// Whether `wanted` (counted by the dictionary, without white space) may mean the printed name: it
// is the name as counted, or a form in which the unit's texts shorten it (short_forms).
bool may_mean_department(std::string_view wanted, std::string_view printed, const Unit& unit,
                         const DepartmentDictionary& dictionary);

}  // namespace dutylist
