#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "exporters/looks/chart_looks.h"

namespace dutylist {

class TemplateStore;

// report_web.xml of a template: how the report looks as a web page.
struct ReportWebStyle {
    std::vector<std::string> sheets;  // CSS
    ChartLooks charts;
    double chart_width = 0;              // px
    double chart_line = 0;               // px, of lines of values
    std::uint32_t chart_rule_color = 0;  // 0xRRGGBB
    // Widths of text columns, as report.xml has them, from and to which they have classes.
    double narrow_column = 0, wide_column = 0, widest_column = 0;
};

// Throws JobError with file and line for anything wrong.
ReportWebStyle read_report_web_style(const TemplateStore& templates);

}  // namespace dutylist
