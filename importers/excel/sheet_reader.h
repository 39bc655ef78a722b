#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "importers/draft_building/cell_budget.h"
#include "importers/excel/shared_strings.h"
#include "importers/excel/workbook_parts.h"
#include "importers/office_container/office_container.h"

namespace dutylist {

// What the sheets of one workbook have in common while they are read.
struct WorkbookReading {
    OfficeContainer& container;
    const WorkbookParts& parts;
    SharedStrings& strings;
    CellBudget& budget;
    Diagnostics& diagnostics;
    std::vector<DraftTable>& tables;  // of the sheets read so far; sheets append theirs
};

// Reads one worksheet as a stream into a new table: a row for each row that holds text, cells in
// their columns, merged cells spread. Numbers are shown as written and dates as dates.
void read_sheet(const SheetPart& sheet, WorkbookReading& reading);

// True if any cell of the sheet holds something.
bool sheet_has_content(const SheetPart& sheet, OfficeContainer& container);

}  // namespace dutylist
