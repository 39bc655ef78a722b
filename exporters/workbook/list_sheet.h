#pragma once

#include <string>

#include "exporters/sheet_layout/sheet_frame.h"
#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/model/document.h"

namespace dutylist {

// What the drop-downs of a list's sheet offer, as formulas of ranges; empty: no drop-down.
struct ListChoices {
    std::string categories;
    std::string departments;
    std::vector<std::string> category_names;  // for their colours
};

// The printed title of a list, or the unit and the sheet's name where the source had none.
std::string title_of(const DutyList& list, const ListTemplate& settings, const Document& document);

// Writes one list into its sheet: titles, heads, items, signature line, filter, drop-downs, print
// setup. What was done to rows that are too high for Excel goes into the diagnostics.
void write_list_sheet(spreadsheet::Sheet& sheet, const SheetFrame& frame, const DutyList& list,
                      const ListTemplate& settings, const Document& document,
                      const ListChoices& choices, std::string_view defined_name,
                      Diagnostics& diagnostics);

}  // namespace dutylist
