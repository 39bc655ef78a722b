#pragma once

#include <filesystem>

#include "pipeline/exporter.h"

namespace dutylist {

// S.statistics.xlsx: totals, categories, departments and their matrix, with native charts.
void write_statistics_workbook(const ExportInput& input, Sink& sink, Diagnostics& diagnostics);
void verify_statistics_workbook(const ExportInput& input, const WrittenBytes& bytes);

}  // namespace dutylist
