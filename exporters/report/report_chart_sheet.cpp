#include "exporters/report/report_chart_sheet.h"

#include <algorithm>

#include "exporters/sheet_layout/chart_settings.h"
#include "exporters/spreadsheet/text_metrics.h"
#include "pipeline/report/chart_data.h"

namespace dutylist {
namespace {

using spreadsheet::Chart;
using spreadsheet::ChartKind;
using spreadsheet::Sheet;

std::int64_t most_of(const ReportTable& table, const ReportChart& chart,
                     const std::vector<std::size_t>& rows) {
    std::int64_t most = 0;
    for (const std::size_t row : rows) {
        std::int64_t sum = 0;
        for (const std::string& id : chart.values) {
            const auto column = table.column(id);
            if (column) sum += count_of(table.rows[row].values[*column]).value_or(0);
        }
        most = std::max(most, sum);
    }
    return most;
}

ChartKind kind_of(const ReportChart& chart) {
    return chart.kind == "line"          ? ChartKind::line
           : chart.kind == "bar"         ? ChartKind::bar
           : chart.kind == "bar-stacked" ? ChartKind::bar_stacked
                                         : ChartKind::column;
}

// The chart of a table's rows; without series where none of its columns is printed.
Chart native_chart(const ReportBook& book, const ReportChart& chart, const ReportTable& table,
                   const TablePlace& place, const std::vector<std::size_t>& rows) {
    const ReportSheetStyle& style = book.style;
    Chart native = new_chart(style.charts, kind_of(chart), chart.title, style.sheets.chart_size);
    const bool lying = chart.kind.starts_with("bar");
    native.first_category_on_top = lying;
    native.width_pixels = static_cast<std::uint32_t>(style.chart_width);
    native.height_pixels = static_cast<std::uint32_t>(
        lying ? style.bars_base + style.bar * static_cast<double>(rows.size())
              : style.chart_height);
    const auto label = place.columns.find(chart.label);
    if (label == place.columns.end()) return native;
    const std::uint32_t first = place.rows[rows.front()];
    const std::uint32_t last = place.rows[rows.back()];
    const std::vector<std::uint32_t>& colors = style.charts.series;
    std::size_t color = 0;
    for (const std::string& id : chart.values) {
        const auto column = place.columns.find(id);
        const auto index = table.column(id);
        if (column == place.columns.end() || !index) continue;
        native.series.push_back({.name = table.columns[*index].title,
                                 .sheet = place.sheet,
                                 .categories = {first, label->second, last, label->second},
                                 .values = {first, column->second, last, column->second},
                                 .color = colors[color++ % colors.size()],
                                 .labels = chart.values.size() == 1 || chart.kind == "column"});
    }
    // Items are whole: no grid line at a half.
    if (static_cast<double>(most_of(table, chart, rows)) <= style.most_single) {
        native.value_step = 1;
    }
    if (native.series.size() == 1) native.legend = spreadsheet::LegendPosition::none;
    return native;
}

}  // namespace

void write_chart_sheet(const ReportBook& book, Sheet& sheet, const TablePlaces& places) {
    sheet.hide_gridlines();
    const auto rows_per_page = static_cast<std::uint32_t>(book.style.rows_per_page);
    std::vector<std::uint32_t> page_begins;
    std::uint32_t page_begin = 0;
    std::uint32_t row = 0;
    for (const ReportChart& chart : book.report.charts) {
        const ReportTable* table = book.report.table(chart.table);
        const auto place = places.find(chart.table);
        if (!table || place == places.end()) continue;
        const std::vector<std::size_t> rows = chart_rows(*table, chart);
        if (rows.empty()) continue;
        const Chart native = native_chart(book, chart, *table, place->second, rows);
        if (native.series.empty()) continue;
        // A chart is not cut by the end of a page.
        const std::uint32_t height = native.height_pixels / spreadsheet::pixels_per_row + 1;
        if (row > page_begin && row + height - 1 > page_begin + rows_per_page) {
            page_begins.push_back(row);
            page_begin = row;
        }
        sheet.insert_chart(row, 0, native);
        row += height;
    }
    sheet.page_breaks(page_begins);
    set_up_page(book, sheet, false, false);  // programs that fit pages pass over page breaks
}

}  // namespace dutylist
