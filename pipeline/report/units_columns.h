#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "pipeline/model/duty_list.h"
#include "pipeline/report/figures.h"
#include "pipeline/report/report_column.h"

namespace dutylist {

enum class UnitFigure : std::uint8_t {
    reported,  // units with a list for the month
    missing,
    basic,  // items, in the order of all_list_kinds
    cooperative,
    recalled,
    opening,
    closing,
    changed,
    end,
};
using UnitFigures = Figures<UnitFigure>;

// A row of the table units.
struct UnitLine {
    std::string name;
    std::string status;
    UnitFigures figures;
    bool compared = true;  // it has lists at both ends
};

const ColumnsOf<UnitLine>& units_columns();

}  // namespace dutylist
