#pragma once

#include <cstdint>

#include "pipeline/io/sink.h"
#include "pipeline/report/report.h"

namespace dutylist {

// The report as a workbook: the narrative with the cell behind every number (a link), then a sheet
// a table with numbers as numbers, then the charts, native ones that refer to the tables' cells.
// Looks are those of report_sheets.xml. Throws JobError.
void write_report_workbook(const Report& report, const ReportTemplate& labels,
                           const TemplateStore& templates, std::int64_t timestamp, Sink& sink);

// Reads it back and throws JobError output_not_verified unless it is a whole workbook with a
// sheet for every table.
void verify_report_workbook(const Report& report, const WrittenBytes& bytes);

}  // namespace dutylist
