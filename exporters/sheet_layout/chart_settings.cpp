#include "exporters/sheet_layout/chart_settings.h"

namespace dutylist {

spreadsheet::Chart new_chart(const ChartLooks& looks, spreadsheet::ChartKind kind,
                             std::string title, double text_size) {
    spreadsheet::Chart chart;
    chart.kind = kind;
    chart.description = title;
    chart.title = std::move(title);
    chart.font_size = text_size;
    chart.title_size = text_size + looks.native.title_larger;
    chart.grid_color = looks.native.grid_color;
    chart.grid_width = looks.native.grid_width;
    chart.line_width = looks.native.line_width;
    chart.gap_percent = static_cast<int>(looks.native.bar_gap);
    return chart;
}

}  // namespace dutylist
