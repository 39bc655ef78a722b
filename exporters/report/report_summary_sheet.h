#pragma once

#include "exporters/report/report_table_sheet.h"

namespace dutylist {

// Writes the first sheet: furniture, narrative and legend, and below them every figure of the
// narrative with a link to its cell.
void write_summary_sheet(const ReportBook& book, spreadsheet::Sheet& sheet,
                         const TablePlaces& places);

}  // namespace dutylist
