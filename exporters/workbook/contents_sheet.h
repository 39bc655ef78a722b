#pragma once

#include <optional>
#include <string>
#include <vector>

#include "exporters/sheet_layout/sheet_frame.h"

namespace dutylist {

struct ContentsSheetLine {
    std::string sheet;     // as named in the workbook
    std::string contents;  // what it holds
    std::optional<std::size_t> items{};
};

// The first sheet: the other sheets with links, what they hold and how many items.
void write_contents_sheet(spreadsheet::Sheet& sheet, const SheetFrame& frame,
                          const std::vector<ContentsSheetLine>& lines);

// 填报说明: the template's paragraphs.
void write_instructions_sheet(spreadsheet::Sheet& sheet, const SheetFrame& frame);

}  // namespace dutylist
