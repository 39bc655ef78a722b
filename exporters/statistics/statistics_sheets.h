#pragma once

#include "exporters/sheet_layout/sheet_frame.h"
#include "pipeline/statistics/statistics.h"

namespace dutylist {

// The tables of statistics as sheets with charts that the application draws from their cells.
// Each fills a sheet made for it; the names in it are formulas' ranges ("" where the table is
// empty) from which drop-downs choose.

// Categories by list, with shares; bars stacked over the lists, and the lists' shares.
std::string write_category_sheet(spreadsheet::Sheet& sheet, const SheetFrame& frame,
                                 const Statistics& statistics);
// Departments by rank; the first of them as bars.
std::string write_department_sheet(spreadsheet::Sheet& sheet, const SheetFrame& frame,
                                   const Statistics& statistics);
// Of a department's list: its items by township.
void write_township_sheet(spreadsheet::Sheet& sheet, const SheetFrame& frame,
                          const Statistics& statistics);
// Cooperative items by category and department.
void write_matrix_sheet(spreadsheet::Sheet& sheet, const SheetFrame& frame,
                        const Statistics& statistics);
void write_totals_sheet(spreadsheet::Sheet& sheet, const SheetFrame& frame,
                        const Statistics& statistics);

}  // namespace dutylist
