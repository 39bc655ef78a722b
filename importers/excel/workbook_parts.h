#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "importers/excel/cell_formats.h"
#include "importers/office_container/office_container.h"

namespace dutylist {

struct SheetPart {
    std::string name;
    std::string part;       // in the archive; empty where the workbook points nowhere
    bool hidden = false;    // hidden or veryHidden
    bool worksheet = true;  // no chart or macro sheet
    bool comments = false;
};

// What a workbook says of itself (ECMA-376 part 1, 18.2).
struct WorkbookParts {
    std::vector<SheetPart> sheets;  // in the order of the tabs
    std::string shared_strings;     // part, or ""
    bool from_1904 = false;
    std::vector<CellFormat> formats;  // by the s attribute of a cell
};

// Throws JobError container_part_missing where the package has no workbook.
WorkbookParts read_workbook_parts(OfficeContainer& container);

}  // namespace dutylist
