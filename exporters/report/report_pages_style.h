#pragma once

#include <cstddef>

#include "exporters/looks/chart_looks.h"
#include "exporters/paged/page_style.h"
#include "exporters/report/marked_text.h"

namespace dutylist {

// report_pages.xml of a template, over what pages.xml says: the looks of the report on pages.
// Lengths in pt.
struct ReportPagesStyle {
    struct Text {
        double size = 0;
        double leading = 0;
    };
    struct Field {
        double line = 0;   // to write on, where there is no value
        double below = 0;  // beside or below it, to the next field
    };
    double field_rule = 0, field_drop = 0;  // that line: its width, and how far below the baseline
    ChangeColors changes;
    paged::PageStyle pages;

    Text title, body, small, table_title, note, legend_title, legend;
    double above_title = 0, below_title = 0, below_unit = 0;
    double head_width = 0;  // of the fields at the top right
    Field head, unit, foot;
    double above_foot = 0;

    paged::TableStyle wide_table;  // of a table of more than `many_columns`
    std::size_t many_columns = 0;
    std::size_t most_columns = 0;  // of one part of a table
    double least_justified = 0;    // em: narrower columns are set ragged
    double note_gap = 0;           // between table and note
    double between_tables = 0;     // on one page
    double least_beginning = 0;    // of a page, of a table that begins below another and goes on

    double plot_height = 0;
    double above_charts = 0;
    double between_charts = 0;
    double chart_title = 0;  // size
    double chart_text = 0;   // size
    double chart_line = 0;   // width of lines of values
    ChartLooks charts;
    double chart_rule = 0;               // least width of axes and grid
    std::uint32_t chart_rule_color = 0;  // 0xRRGGBB
};

// Throws JobError with file and line for anything wrong in the two files.
ReportPagesStyle read_report_pages_style(const TemplateStore& templates);

}  // namespace dutylist
