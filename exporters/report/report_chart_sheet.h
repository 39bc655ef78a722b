#pragma once

#include "exporters/report/report_table_sheet.h"

namespace dutylist {

// Writes the sheet of charts, native ones that refer to the tables' cells.
void write_chart_sheet(const ReportBook& book, spreadsheet::Sheet& sheet,
                       const TablePlaces& places);

}  // namespace dutylist
