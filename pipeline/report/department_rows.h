#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/model/document.h"
#include "pipeline/report/department_list_template.h"

namespace dutylist {

// A row of a department's list while it is gathered.
struct DepartmentRow {
    Cell name;
    Cell own;                          // 本部门职责, or 工作方式
    Cell township;                     // 镇街配合职责; empty in the recalled list
    std::vector<std::uint32_t> units;  // ascending
};

// The rows of one list of a department. Units are added one after the other.
class DepartmentRows {
public:
    // Joins the item with an equal one that an earlier unit has.
    void add(std::uint32_t unit, Cell name, Cell own, Cell township);

    bool empty() const { return rows_.empty(); }
    // The list, rows of like names one below the other. Tells of names with several wordings.
    // `units`: the names of all.
    DutyList finish(const DepartmentListTemplate::List& texts, const std::string& department,
                    const std::vector<std::string>& units, const std::string& separator,
                    Diagnostics& diagnostics);

private:
    std::vector<std::uint32_t> likeness_of_rows() const;

    std::vector<DepartmentRow> rows_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_text_;
};

}  // namespace dutylist
