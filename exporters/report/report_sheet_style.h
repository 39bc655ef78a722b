#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "exporters/looks/chart_looks.h"
#include "exporters/report/marked_text.h"
#include "exporters/sheet_layout/sheet_style.h"

namespace dutylist {

// report_sheets.xml of a template, over what sheets.xml says: the looks of the report's workbook.
// Sizes and heights in points, widths in pixels at 96 dpi, colours 0xRRGGBB.
struct ReportSheetStyle {
    SheetStyle sheets;
    ChartLooks charts;
    std::string heading_font;
    double text_size = 0;
    std::uint32_t link_color = 0;
    ChangeColors changes;

    double title_size = 0, title_height = 0;  // of a table
    std::uint32_t head_background = 0, subtotal_background = 0, total_background = 0;
    double number_width = 0;
    double text_width = 0, text_margin = 0;  // for each unit of a column's width, and beside
    double landscape_from = 0, shrink_from = 0;

    struct Summary {
        std::vector<std::uint32_t> widths;  // four
        double title_size = 0, title_height = 0;
        double field_height = 0, unit_height = 0;
        double paragraph_size = 0, paragraph_height = 0;
        double legend_size = 0, legend_height = 0, line_height = 0;
        double foot_height = 0, source_height = 0;
    } summary;

    double chart_width = 0, chart_height = 0;
    double bars_base = 0, bar = 0;
    double rows_per_page = 0;
    double most_single = 0;  // values up to here have a grid line each
};

// Throws JobError with file and line for anything wrong.
ReportSheetStyle read_report_sheet_style(const TemplateStore& templates);

}  // namespace dutylist
