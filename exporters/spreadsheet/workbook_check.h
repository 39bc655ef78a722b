#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/io/written_bytes.h"

namespace dutylist::spreadsheet {

struct SheetCounts {
    std::string name{};
    std::uint64_t rows = 0;   // <row> elements
    std::uint64_t cells = 0;  // <c> elements
};

// What a workbook must hold.
struct WorkbookCounts {
    std::vector<SheetCounts> sheets{};
    std::size_t defined_names = 0;  // at least: print titles and filters are names too
    std::size_t charts = 0;
    bool shared_strings = true;
};

// Reopens a workbook and reads every part to its end, as a stream: the container's directory and
// checksums hold, each part that is wanted is there and closes its root element, sheets, rows,
// cells and charts are as many as `wanted`. Throws JobError output_not_verified.
void check_workbook(const WrittenBytes& file, const WorkbookCounts& wanted);

// The same without counts, for a file whose making is past: parts, checksums and ends of at least
// `sheets` sheets. Reads only the container's directory and the workbook part.
void check_workbook_parts(const WrittenBytes& file, std::size_t sheets);

}  // namespace dutylist::spreadsheet
