#pragma once

#include <filesystem>

#include "pipeline/exporter.h"

namespace dutylist {

// S.xlsx: contents, a sheet a list, statistics with charts, instructions. See docs/workbook.md.
void write_workbook(const ExportInput& input, Sink& sink, Diagnostics& diagnostics);
void verify_workbook(const ExportInput& input, const WrittenBytes& bytes);

}  // namespace dutylist
