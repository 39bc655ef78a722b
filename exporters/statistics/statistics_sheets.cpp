#include "exporters/statistics/statistics_sheets.h"

#include <algorithm>
#include <array>

#include "exporters/sheet_layout/chart_settings.h"
#include "exporters/spreadsheet/text_metrics.h"
#include "exporters/statistics/table_sheet.h"

namespace dutylist {
namespace {

using spreadsheet::CellRange;
using spreadsheet::Chart;
using spreadsheet::ChartKind;
using spreadsheet::LegendPosition;
using spreadsheet::Sheet;

// Clear of the heads, which are printed again on every page with whatever touches them.
std::uint32_t chart_offset(const SheetFrame& frame) {
    return static_cast<std::uint32_t>(frame.settings().statistics.charts.offset);
}

Chart chart_beside(const SheetFrame& frame, ChartKind kind, std::string title, std::uint32_t width,
                   double height_points) {
    Chart chart = new_chart(frame.settings().charts, kind, std::move(title),
                            frame.settings().statistics.chart_size);
    chart.font = frame.settings().statistics.font;
    chart.width_pixels = width;
    chart.height_pixels = static_cast<std::uint32_t>(height_points / spreadsheet::points_per_pixel);
    return chart;
}

Chart stacked_chart(const Sheet& sheet, const SheetFrame& frame, const TableSheet& table,
                    std::uint32_t categories, double height) {
    const StatisticsTemplate& texts = frame.settings().statistics;
    Chart chart =
        chart_beside(frame, ChartKind::bar_stacked, frame.text(texts.categories.stacked_chart),
                     table.chart_pixels(), height);
    chart.value_title = frame.text(texts.categories.items_axis);
    chart.legend = LegendPosition::top;
    chart.first_category_on_top = true;
    // LibreOffice leaves out every other label that its line height has no room for.
    const StatisticsChartsTemplate& rules = texts.charts;
    chart.font_size = std::clamp((height - rules.label_room) / categories / rules.label_line,
                                 std::min(rules.least_label, chart.font_size), chart.font_size);
    chart.title_size = chart.font_size + frame.settings().charts.native.title_larger;
    const std::uint32_t last = table.first_row() + categories - 1;
    for (std::size_t kind = 0; kind < 3; ++kind) {
        const std::size_t column = kind + 1;
        chart.series.push_back({.name = texts.list_heads[kind],
                                .sheet = sheet.name(),
                                .categories = {table.first_row(), 0, last, 0},
                                .values = {table.first_row(), column, last, column},
                                .color = texts.list_colors[kind]});
    }
    return chart;
}

// The departments and, if there are any, the row of totals below them. Where the source lacks the
// column for it, a place says so.
void write_department_rows(TableSheet& table, const Statistics& statistics,
                           const StatisticsTemplate& texts) {
    const NotInSource& missing = statistics.not_in_source;
    const std::array<bool, 5> absent{missing.departments, missing.departments, missing.departments,
                                     missing.handovers,
                                     missing.departments || missing.superior_duties};
    std::array<std::uint64_t, 5> sums{};
    for (const DepartmentCount& department : statistics.departments) {
        const std::array<std::uint32_t, 5> counts{department.cooperative, department.sole,
                                                  department.joint, department.recalled,
                                                  department.superior_points};
        table.begin_row(department.name, 1);
        table.number(0, department.rank);
        table.text(1, department.name);
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const std::size_t column = i + 2;
            if (absent[i]) {
                table.centered(column, texts.absent);
            } else {
                table.number(column, counts[i]);
            }
            sums[i] += counts[i];
        }
        table.end_row();
    }
    if (statistics.departments.empty()) return;
    table.begin_row(texts.total_head, 1);
    table.total_text(0, texts.total_head);
    table.total_text(1, "");
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const std::size_t column = i + 2;
        if (absent[i]) {
            table.total_text(column, texts.absent);
        } else {
            table.total(column, static_cast<double>(sums[i]));
        }
    }
    table.end_row();
}

}  // namespace

std::string write_category_sheet(Sheet& sheet, const SheetFrame& frame,
                                 const Statistics& statistics) {
    const StatisticsTemplate& texts = frame.settings().statistics;
    const std::uint32_t count_width = digits_wide(texts.categories.count_width);
    TableSheet table(sheet, frame, texts.categories.title, texts.categories.subtitle,
                     {texts.categories.category_head, texts.list_heads[0], texts.list_heads[1],
                      texts.list_heads[2], texts.total_head, texts.share_head},
                     {digits_wide(texts.categories.name_width), count_width, count_width,
                      count_width, count_width, count_width},
                     true, digits_wide(texts.categories.charts_width));
    for (const CategoryCount& category : statistics.categories) {
        table.begin_row(category.name, 0);
        table.text(0, category.name);
        for (std::size_t kind = 0; kind < 3; ++kind) {
            table.number(kind + 1, category.items[kind]);
        }
        table.number(4, category.total);
        table.share(5, category.share);
        table.end_row();
    }
    const auto count = static_cast<std::uint32_t>(statistics.categories.size());
    if (count == 0) {
        table.print();
        return {};
    }
    const CellRange names{table.first_row(), 0, table.last_row(), 0};
    table.begin_row(texts.total_head, 0);
    table.total_text(0, texts.total_head);
    for (std::size_t kind = 0; kind < 3; ++kind) {
        table.total(kind + 1, statistics.lists[kind]);
    }
    table.total(4, statistics.totals.items);
    table.total_share(5, 1);
    table.end_row();

    const StatisticsChartsTemplate& charts = texts.charts;
    const double space = table.chart_space() - charts.between;
    const double bars = std::clamp(charts.bars_base + charts.bar * count, space * charts.least_bars,
                                   space * charts.most_bars);
    const std::uint32_t total_row = table.last_row();
    Chart shares = chart_beside(frame, ChartKind::pie, frame.text(texts.categories.share_chart),
                                table.chart_pixels(), space - bars);
    shares.legend = LegendPosition::none;
    shares.point_colors.assign(texts.list_colors.begin(), texts.list_colors.end());
    shares.series.push_back({.name = texts.total_head,
                             .sheet = sheet.name(),
                             .categories = {table.head_row(), 1, table.head_row(), 3},
                             .values = {total_row, 1, total_row, 3},
                             .labels = true});
    table.print();
    sheet.insert_chart(table.first_row(), table.chart_column(),
                       stacked_chart(sheet, frame, table, count, bars), chart_offset(frame));
    sheet.insert_chart(
        table.first_row(), table.chart_column(), shares,
        static_cast<std::uint32_t>((bars + charts.between) / spreadsheet::points_per_pixel) +
            chart_offset(frame));
    frame.book().define_name(texts.categories.name, sheet.name(), names);
    return spreadsheet::Workbook::reference(sheet.name(), names);
}

std::string write_department_sheet(Sheet& sheet, const SheetFrame& frame,
                                   const Statistics& statistics) {
    const StatisticsTemplate& texts = frame.settings().statistics;
    const DepartmentStatisticsTemplate& heads = texts.departments;
    const std::uint32_t count_width = digits_wide(heads.count_width);
    TableSheet table(sheet, frame, heads.title, heads.subtitle,
                     {heads.rank_head, heads.department_head, heads.cooperative_head,
                      heads.sole_head, heads.joint_head, heads.recalled_head, heads.points_head},
                     {digits_wide(heads.rank_width), digits_wide(heads.name_width), count_width,
                      count_width, count_width, count_width, count_width},
                     true, digits_wide(heads.charts_width));
    write_department_rows(table, statistics, texts);
    const auto count = static_cast<std::uint32_t>(statistics.departments.size());
    if (count == 0) {
        table.print();
        return {};
    }
    const CellRange names{table.first_row(), 1, table.last_row() - 1, 1};
    const auto cooperative = static_cast<std::size_t>(ListKind::cooperative);
    table.note(
        frame.text(heads.note, {{"items", std::to_string(statistics.lists[cooperative])},
                                {"mentions", std::to_string(statistics.totals.department_mentions)},
                                {"shared", std::to_string(statistics.totals.shared_points)}}));

    const std::uint32_t shown = std::min(count, heads.top);
    const double space = table.chart_space();
    const double bars = std::clamp(texts.charts.top_base + texts.charts.top_bar * shown,
                                   space * texts.charts.least_top, space);
    Chart chart = chart_beside(frame, ChartKind::bar_stacked, frame.text(heads.top_chart),
                               table.chart_pixels(), bars);
    chart.value_title = frame.text(heads.items_axis);
    chart.legend = LegendPosition::top;
    chart.first_category_on_top = true;
    const std::uint32_t last = table.first_row() + shown - 1;
    const std::array<std::pair<const std::string*, std::size_t>, 2> parts{
        {{&heads.sole_head, std::size_t{3}}, {&heads.joint_head, std::size_t{4}}}};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto [name, column] = parts[i];
        chart.series.push_back({.name = *name,
                                .sheet = sheet.name(),
                                .categories = {table.first_row(), 1, last, 1},
                                .values = {table.first_row(), column, last, column},
                                .color = texts.list_colors[i]});
    }
    table.print();
    sheet.insert_chart(table.first_row(), table.chart_column(), chart, chart_offset(frame));
    frame.book().define_name(heads.name, sheet.name(), names);
    return spreadsheet::Workbook::reference(sheet.name(), names);
}

}  // namespace dutylist
