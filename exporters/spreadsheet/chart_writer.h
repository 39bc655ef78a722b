#pragma once

#include "exporters/spreadsheet/chart.h"
#include "exporters/spreadsheet/workbook_content.h"

struct lxw_chart;
struct lxw_workbook;

namespace dutylist::spreadsheet {

// The chart as libxlsxwriter's, which belongs to the workbook; nullptr when memory is out.
lxw_chart* make_chart(lxw_workbook* workbook, const Chart& settings,
                      const std::string& default_font);

// What the chart is to hold when it is read back.
ChartContent content_of(const Chart& settings);

}  // namespace dutylist::spreadsheet
