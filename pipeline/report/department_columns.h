#pragma once

#include <cstdint>
#include <string>

#include "pipeline/report/figures.h"
#include "pipeline/report/report_column.h"

namespace dutylist {

// Of cooperative items, but for those of recalled ones and of points.
enum class DepartmentFigure : std::uint8_t {
    opening,
    gained,
    lost,
    entered,  // of units that are new
    left,     // of units that have not reported
    closing,
    sole,
    joint,
    recalled_opening,
    recalled,
    points_opening,
    points,
    end,
};
using DepartmentFigures = Figures<DepartmentFigure>;

// A row of the table departments.
struct DepartmentLine {
    Value rank;
    std::string name;
    DepartmentFigures figures;
    bool has_flows = true;  // what was gained and lost is counted by department only
};

const ColumnsOf<DepartmentLine>& department_columns();

}  // namespace dutylist
