#pragma once

#include <string>

#include "exporters/looks/chart_looks.h"
#include "exporters/spreadsheet/chart.h"

namespace dutylist {

// A chart of a workbook that looks as charts.xml says; the title is its description as well.
spreadsheet::Chart new_chart(const ChartLooks& looks, spreadsheet::ChartKind kind,
                             std::string title, double text_size);

}  // namespace dutylist
