#pragma once

#include <string>

#include "exporters/spreadsheet/sheet.h"
#include "exporters/spreadsheet/text_metrics.h"

namespace dutylist {

class Looks;
class TemplateStore;
class XmlElement;

// How high rows are, and what is done about one that would be higher than Excel allows.
struct RowRules {
    spreadsheet::LineHeights line_heights{};
    double minimum_height = 0;   // points
    double font_floor = 0;       // points
    double widen_percent = 0;    // of the page's width
    std::string continuation{};  // behind the number of a row that continues an item
};

// Titles above a sheet's table and its heads. Points.
struct TitleRules {
    double below_title = 0, below_subtitle = 0, below_head = 0;
    double least_share = 0;  // of its size, to which a title may shrink to stand on one line
};

// sheets.xml of a template: what all workbooks share; each workbook's own file may say otherwise.
struct SheetStyle {
    std::string font;              // of cells that have no other
    double chart_size = 0;         // points, of the texts of charts
    double column = 0;             // least width, characters, of a column that no file has one for
    spreadsheet::PrintSetup page;  // with the size of header and footer
    RowRules rows;                 // without a mark of continuation
    TitleRules titles;
};

// Throws JobError with file and line for anything wrong.
SheetStyle read_sheet_style(const TemplateStore& templates, const Looks& looks);

// Margins and the size of header and footer that `element` says otherwise. Other attributes are not
// looked at.
void override_page(const XmlElement& element, spreadsheet::PrintSetup& page);
// The same of the rows' numbers.
void override_rows(const XmlElement& element, RowRules& rows);

}  // namespace dutylist
