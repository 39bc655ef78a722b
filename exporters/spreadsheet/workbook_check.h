#pragma once

#include <cstddef>

#include "exporters/spreadsheet/workbook_content.h"
#include "pipeline/io/written_bytes.h"

namespace dutylist::spreadsheet {

// Reopens a workbook and reads every part of it to its end, as a stream. The container's directory
// and checksums hold; the parts are those that it names and that are related to each other, and no
// others; each is whole; sheets have the cells, texts, numbers and settings that were meant, charts
// their series and texts, and the properties say what they should. Throws JobError
// output_not_verified.
void check_workbook(const WrittenBytes& file, const WorkbookContent& meant);

// The same without what was meant, for a file that was checked when it was made: parts and ends of
// at least `sheets` sheets. Reads only the container's directory and the workbook part.
void check_workbook_parts(const WrittenBytes& file, std::size_t sheets);

}  // namespace dutylist::spreadsheet
