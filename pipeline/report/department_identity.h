#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "pipeline/diagnostics/message.h"
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

// The departments that lists name, for whoever asks for one that they do not.
class NamedDepartments {
public:
    void add(const std::string& printed, const Unit& unit) {
        printed_.try_emplace({printed, unit.full_name()}, unit);
    }
    // “是不是…？” with the identities likest to the wanted name, at most three; nothing where none
    // is like it. The last argument of report_department_missing.
    Argument suggestion(std::string_view wanted, const DepartmentDictionary& dictionary) const;

private:
    std::map<std::pair<std::string, std::string>, Unit> printed_;  // by name and unit
};

}  // namespace dutylist
