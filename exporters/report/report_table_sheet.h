#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "exporters/report/report_cells.h"

namespace dutylist {

// Where a table's cells lie in the workbook, for links and charts.
struct TablePlace {
    std::string sheet;
    std::vector<std::uint32_t> rows;  // of the sheet, by row of the table
    std::map<std::string, std::size_t> columns;
};

using TablePlaces = std::map<std::string, TablePlace>;  // by the table's id

// Writes a table as a sheet: title, heads with a filter, rows, and a note where it has one.
TablePlace write_table_sheet(const ReportBook& book, spreadsheet::Sheet& sheet,
                             const ReportTable& table);

}  // namespace dutylist
