#include "exporters/spreadsheet/chart_writer.h"

#include <cmath>
#include <vector>

#include <xlsxwriter.h>

namespace dutylist::spreadsheet {
namespace {

std::uint8_t type_of(ChartKind kind) {
    switch (kind) {
        case ChartKind::column:
            return LXW_CHART_COLUMN;
        case ChartKind::column_stacked:
            return LXW_CHART_COLUMN_STACKED;
        case ChartKind::bar:
            return LXW_CHART_BAR;
        case ChartKind::bar_stacked:
            return LXW_CHART_BAR_STACKED;
        case ChartKind::line:
            return LXW_CHART_LINE;
        case ChartKind::pie:
            return LXW_CHART_PIE;
        case ChartKind::doughnut:
            break;
    }
    return LXW_CHART_DOUGHNUT;
}

std::uint8_t type_of(LegendPosition position) {
    switch (position) {
        case LegendPosition::none:
            return LXW_CHART_LEGEND_NONE;
        case LegendPosition::right:
            return LXW_CHART_LEGEND_RIGHT;
        case LegendPosition::bottom:
            return LXW_CHART_LEGEND_BOTTOM;
        case LegendPosition::top:
            break;
    }
    return LXW_CHART_LEGEND_TOP;
}

bool is_round(ChartKind kind) { return kind == ChartKind::pie || kind == ChartKind::doughnut; }

void add_series(lxw_chart* chart, const Chart& settings, const ChartSeries& series,
                lxw_chart_font* font) {
    lxw_chart_series* handle = chart_add_series(chart, nullptr, nullptr);
    if (!handle) return;
    const auto set = [&](auto function, const CellRange& range) {
        // Of cells that were written, so that the sheet has checked their columns.
        function(handle, series.sheet.c_str(), range.first_row,
                 static_cast<lxw_col_t>(range.first_column), range.last_row,
                 static_cast<lxw_col_t>(range.last_column));
    };
    set(chart_series_set_categories, series.categories);
    set(chart_series_set_values, series.values);
    if (!series.name.empty()) chart_series_set_name(handle, series.name.c_str());
    if (series.color != no_color) {
        if (settings.kind == ChartKind::line) {
            lxw_chart_line line{};
            line.color = series.color;
            line.width = static_cast<float>(settings.line_width);
            chart_series_set_line(handle, &line);
        } else {
            lxw_chart_fill fill{};
            fill.color = series.color;
            chart_series_set_fill(handle, &fill);
        }
    }
    if (series.labels) {
        chart_series_set_labels(handle);
        if (is_round(settings.kind)) {
            chart_series_set_labels_options(handle, LXW_FALSE, LXW_TRUE, LXW_FALSE);
            chart_series_set_labels_percentage(handle);
            chart_series_set_labels_num_format(handle, "0.00%");
            if (settings.kind == ChartKind::pie) {
                chart_series_set_labels_position(handle, LXW_CHART_LABEL_POSITION_OUTSIDE_END);
                chart_series_set_labels_leader_line(handle);
            }
        }
        chart_series_set_labels_font(handle, font);
    }
}

void color_points(lxw_chart* chart, const std::vector<Color>& colors) {
    lxw_chart_series* series = STAILQ_FIRST(chart->series_list);
    if (!series || colors.empty()) return;
    std::vector<lxw_chart_fill> fills(colors.size());
    std::vector<lxw_chart_point> points(colors.size());
    std::vector<lxw_chart_point*> pointers;
    for (std::size_t i = 0; i < colors.size(); ++i) {
        fills[i].color = colors[i];
        points[i].fill = &fills[i];
        pointers.push_back(&points[i]);
    }
    pointers.push_back(nullptr);
    (void)chart_series_set_points(series, pointers.data());
}

void set_axes(lxw_chart* chart, const Chart& settings, lxw_chart_font* font) {
    // libxlsxwriter names the axes of bars by where they stand: x is the axis of values.
    const bool bars = settings.kind == ChartKind::bar || settings.kind == ChartKind::bar_stacked;
    lxw_chart_axis* category = bars ? chart->y_axis : chart->x_axis;
    lxw_chart_axis* value = bars ? chart->x_axis : chart->y_axis;
    chart_axis_set_num_font(category, font);
    chart_axis_set_num_font(value, font);
    if (settings.value_step > 0) chart_axis_set_major_unit(value, settings.value_step);
    if (!settings.category_title.empty()) {
        chart_axis_set_name(category, settings.category_title.c_str());
        chart_axis_set_name_font(category, font);
    }
    if (!settings.value_title.empty()) {
        chart_axis_set_name(value, settings.value_title.c_str());
        chart_axis_set_name_font(value, font);
    }
    lxw_chart_line grid{};
    grid.color = settings.grid_color;
    grid.width = static_cast<float>(settings.grid_width);
    chart_axis_major_gridlines_set_line(value, &grid);
    if (settings.first_category_on_top) {
        chart_axis_set_reverse(category);
        // Keeps the axis of values at the bottom.
        chart_axis_set_crossing_max(category);
    }
    // Every category gets its label, however many there are.
    chart_axis_set_interval_unit(category, 1);
    chart_set_series_gap(chart, static_cast<std::uint16_t>(settings.gap_percent));
}

}  // namespace

lxw_chart* make_chart(lxw_workbook* workbook, const Chart& settings,
                      const std::string& default_font) {
    lxw_chart* chart = workbook_add_chart(workbook, type_of(settings.kind));
    if (!chart) return nullptr;
    lxw_chart_font font{};
    const std::string& name = settings.font.empty() ? default_font : settings.font;
    font.name = name.empty() ? nullptr : const_cast<char*>(name.c_str());
    // libxlsxwriter writes a hundred times the size, which the format wants to be whole.
    const auto whole = [](double size) { return std::round(size * 2) / 2; };
    font.size = whole(settings.font_size);
    lxw_chart_font title_font = font;
    title_font.size = whole(settings.title_size);
    title_font.bold = LXW_TRUE;

    for (const ChartSeries& series : settings.series) add_series(chart, settings, series, &font);
    if (settings.title.empty()) {
        chart_title_off(chart);
    } else {
        chart_title_set_name(chart, settings.title.c_str());
        chart_title_set_name_font(chart, &title_font);
    }
    chart_legend_set_position(chart, type_of(settings.legend));
    chart_legend_set_font(chart, &font);
    if (is_round(settings.kind)) {
        color_points(chart, settings.point_colors);
    } else {
        set_axes(chart, settings, &font);
    }
    return chart;
}

ChartContent content_of(const Chart& settings) {
    ChartContent content;
    content.series = settings.series.size();
    content.text(settings.title);
    for (const ChartSeries& series : settings.series) content.text(series.name);
    if (is_round(settings.kind)) {
        content.points = settings.series.empty() ? 0 : settings.point_colors.size();
    } else {
        content.text(settings.category_title);
        content.text(settings.value_title);
    }
    return content;
}

}  // namespace dutylist::spreadsheet
