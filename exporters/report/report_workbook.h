#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "pipeline/report/report.h"

namespace dutylist {

// The report as a workbook: the narrative with the cell behind every number (a link), then a sheet
// a table with numbers as numbers, then the charts, native ones that refer to the tables' cells.
// Writes and checks the file at `temporary`. Throws JobError.
void write_report_workbook(const Report& report, const ReportTemplate& labels,
                           const std::filesystem::path& temporary, const std::string& shown_name,
                           std::int64_t timestamp);

}  // namespace dutylist
