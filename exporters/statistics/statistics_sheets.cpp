#include "exporters/statistics/statistics_sheets.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "exporters/spreadsheet/text_metrics.h"
#include "exporters/workbook/page_flow.h"

namespace dutylist {
namespace {

using spreadsheet::CellFormat;
using spreadsheet::CellRange;
using spreadsheet::Chart;
using spreadsheet::ChartKind;
using spreadsheet::Format;
using spreadsheet::Horizontal;
using spreadsheet::LegendPosition;
using spreadsheet::Sheet;

// "=SUM(C4:C23)"
std::string sum_formula(std::uint32_t first_row, std::uint32_t last_row, std::uint16_t column) {
    const auto name = [&](std::uint32_t row) { return Sheet::cell_name(row, column).substr(1); };
    return "=SUM(" + name(first_row) + ":" + name(last_row) + ")";
}

// Rows of a table with titles and heads, written one after the other.
class TableWriter {
public:
    TableWriter(Sheet& sheet, const SheetFrame& frame, std::string_view title,
                std::string_view subtitle, const std::vector<std::string>& heads,
                std::vector<std::uint32_t> pixels, std::uint32_t chart_pixels = 0)
        : sheet_(sheet), frame_(frame), pixels_(std::move(pixels)), chart_pixels_(chart_pixels) {
        const WorkbookStyles& styles = frame.settings().styles;
        for (std::size_t c = 0; c < pixels_.size(); ++c) {
            const auto column = static_cast<std::uint16_t>(c);
            sheet.column_width(column, column, pixels_[c]);
        }
        if (chart_pixels > 0) {
            sheet.column_width(columns(), columns(), gap_pixels);
            sheet.column_width(chart_column(), chart_column(), chart_pixels);
        }
        head_row_ = frame.write_titles(sheet, frame.text(title), frame.text(subtitle),
                                       static_cast<std::uint16_t>(last_column() + 1),
                                       sheet_pixels(), height_);
        head_height_ = frame.write_heads(sheet, head_row_, heads, pixels_);
        height_ += head_height_;
        row_ = first_row_ = head_row_ + 1;
        text_ = frame.aligned(styles.body, Horizontal::left);
        number_ = frame.aligned(styles.body, Horizontal::center);
        total_text_ = frame.aligned(styles.total, Horizontal::center);
        CellFormat share = styles.body;
        share.number_format = "0.0%";
        share.horizontal = Horizontal::center;
        share_ = frame.format(share);
        share.background = styles.total.background;
        share.font = styles.total.font;
        total_share_ = frame.format(share);
    }

    std::uint16_t columns() const { return static_cast<std::uint16_t>(pixels_.size()); }
    std::uint32_t total_pixels() const {
        return std::accumulate(pixels_.begin(), pixels_.end(), std::uint32_t{0});
    }
    // The charts stand beside the table, in a column of their own behind a narrow one.
    std::uint16_t chart_column() const { return static_cast<std::uint16_t>(columns() + 1); }
    std::uint16_t last_column() const {
        return static_cast<std::uint16_t>(chart_pixels_ > 0 ? columns() + 1 : columns() - 1);
    }
    // As wide as its column: an anchor that ends inside a column is not scaled with it.
    std::uint32_t chart_pixels() const { return chart_pixels_; }
    std::uint32_t sheet_pixels() const {
        return total_pixels() + (chart_pixels_ > 0 ? chart_pixels_ + gap_pixels : 0);
    }
    std::uint32_t row() const { return row_; }
    std::uint32_t head_row() const { return head_row_; }
    std::uint32_t first_row() const { return first_row_; }
    std::uint32_t last_row() const { return row_ - 1; }
    double height() const { return height_; }
    double head_height() const { return head_height_; }
    const std::vector<double>& heights() const { return heights_; }

    // Begins a row that is high enough for `text` in `column`.
    void begin_row(std::string_view text, std::uint16_t column) {
        const double height =
            std::max(frame_.settings().statistics.row_height,
                     frame_.height_of(text, frame_.settings().styles.body, pixels_[column]));
        sheet_.row_height(row_, height);
        height_ += height;
        heights_.push_back(height);
    }
    void text(std::uint16_t column, std::string_view value) {
        sheet_.text(row_, column, value, text_);
    }
    void number(std::uint16_t column, double value) { sheet_.number(row_, column, value, number_); }
    // Zero is left blank: a matrix of zeros cannot be read.
    void count(std::uint16_t column, double value) {
        value == 0 ? sheet_.blank(row_, column, number_) : number(column, value);
    }
    void share(std::uint16_t column, double value) { sheet_.number(row_, column, value, share_); }
    void total_text(std::uint16_t column, std::string_view value) {
        sheet_.text(row_, column, value, total_text_);
    }
    void total(std::uint16_t column, double value) {
        sheet_.formula(row_, column, sum_formula(first_row_, row_ - 1, column), value, total_text_);
    }
    void total_share(std::uint16_t column, double value) {
        sheet_.number(row_, column, value, total_share_);
    }
    void end_row() { ++row_; }

    void note(const std::string& text) {
        if (text.empty()) return;
        noted_ = true;
        const CellFormat& style = frame_.settings().styles.note;
        const double height = frame_.height_of(text, style, total_pixels());
        sheet_.row_height(row_, height);
        height_ += height;
        heights_.push_back(height);
        sheet_.merged({row_, 0, row_, static_cast<std::uint16_t>(columns() - 1)}, text,
                      frame_.format(style));
        ++row_;
    }

    void print(bool landscape) {
        const spreadsheet::PrintSetup page = frame_.page(landscape);
        PageFlow flow(page, sheet_pixels(), head_height_);
        double top = height_;
        for (const double height : heights_) top -= height;
        flow.add(0, top);
        for (std::size_t i = 0; i < heights_.size(); ++i) {
            const std::uint32_t row = first_row_ + static_cast<std::uint32_t>(i);
            noted_&& i + 1 == heights_.size() ? flow.add_closing(row, heights_[i])
                                              : flow.add(row, heights_[i]);
        }
        // A table shorter than its charts.
        const double table = std::accumulate(heights_.begin(), heights_.end(), 0.0);
        if (chart_pixels_ > 0 && table < least_chart_space) {
            sheet_.row_height(row_++, least_chart_space - table);
        }
        sheet_.print(page);
        sheet_.repeat_rows(head_row_, head_row_);
        sheet_.print_area({0, 0, std::max(row_ - 1, head_row_), last_column()});
        sheet_.page_breaks(flow.breaks());
        sheet_.freeze(first_row_, 0);
    }

    // Points beside the rows of the first page, for charts.
    double chart_space(bool landscape) const {
        const double table = std::accumulate(heights_.begin(), heights_.end(), 0.0);
        const double page = printable_height(frame_.page(landscape)) * 0.95 - (height_ - table);
        return std::min(page, std::max(table, least_chart_space)) - chart_margin;
    }

private:
    Sheet& sheet_;
    const SheetFrame& frame_;
    static constexpr std::uint32_t gap_pixels = 16;
    static constexpr double least_chart_space = 300;
    static constexpr double chart_margin = 9;

    std::vector<std::uint32_t> pixels_;
    std::uint32_t chart_pixels_;
    std::uint32_t row_ = 0, head_row_ = 0, first_row_ = 0;
    double height_ = 0;
    double head_height_ = 0;
    bool noted_ = false;
    std::vector<double> heights_;
    Format text_, number_, total_text_, share_, total_share_;
};

// Clear of the heads, which are printed again on every page with whatever touches them.
constexpr std::uint32_t chart_offset_pixels = 8;

std::uint32_t digits(double count) {
    return static_cast<std::uint32_t>(count * spreadsheet::pixels_per_digit);
}

Chart new_chart(const SheetFrame& frame, ChartKind kind, std::string title, std::uint32_t width,
                double height_points) {
    Chart chart;
    chart.kind = kind;
    chart.description = title;
    chart.title = std::move(title);
    chart.font = frame.settings().statistics.font;
    chart.font_size = 8;
    chart.width_pixels = width;
    chart.height_pixels = static_cast<std::uint32_t>(height_points / spreadsheet::points_per_pixel);
    return chart;
}

Chart stacked_chart(const Sheet& sheet, const SheetFrame& frame, const TableWriter& table,
                    std::uint32_t categories, double height) {
    const StatisticsTemplate& texts = frame.settings().statistics;
    Chart chart =
        new_chart(frame, ChartKind::bar_stacked, frame.text(texts.categories.stacked_chart),
                  table.chart_pixels(), height);
    chart.value_title = frame.text(texts.categories.items_axis);
    chart.legend = LegendPosition::top;
    chart.first_category_on_top = true;
    // LibreOffice leaves out every other label that its line height has no room for.
    chart.font_size = std::clamp((height - 70) / categories / 1.65, 6.0, 8.0);
    const std::uint32_t last = table.first_row() + categories - 1;
    for (std::uint16_t kind = 0; kind < 3; ++kind) {
        const auto column = static_cast<std::uint16_t>(kind + 1);
        chart.series.push_back({.name = texts.list_heads[kind],
                                .sheet = sheet.name(),
                                .categories = {table.first_row(), 0, last, 0},
                                .values = {table.first_row(), column, last, column},
                                .color = texts.list_colors[kind]});
    }
    return chart;
}

}  // namespace

std::string write_category_sheet(Sheet& sheet, const SheetFrame& frame,
                                 const Statistics& statistics) {
    const StatisticsTemplate& texts = frame.settings().statistics;
    TableWriter table(sheet, frame, texts.categories.title, texts.categories.subtitle,
                      {texts.categories.category_head, texts.list_heads[0], texts.list_heads[1],
                       texts.list_heads[2], texts.total_head, texts.share_head},
                      {digits(22), digits(8.5), digits(8.5), digits(8.5), digits(8.5), digits(8.5)},
                      digits(59));
    for (const CategoryCount& category : statistics.categories) {
        table.begin_row(category.name, 0);
        table.text(0, category.name);
        for (std::uint16_t kind = 0; kind < 3; ++kind) {
            table.number(static_cast<std::uint16_t>(kind + 1), category.items[kind]);
        }
        table.number(4, category.total);
        table.share(5, category.share);
        table.end_row();
    }
    const auto count = static_cast<std::uint32_t>(statistics.categories.size());
    if (count == 0) {
        table.print(true);
        return {};
    }
    const CellRange names{table.first_row(), 0, table.last_row(), 0};
    table.begin_row(texts.total_head, 0);
    table.total_text(0, texts.total_head);
    for (std::uint16_t kind = 0; kind < 3; ++kind) {
        table.total(static_cast<std::uint16_t>(kind + 1), statistics.lists[kind]);
    }
    table.total(4, statistics.totals.items);
    table.total_share(5, 1);
    table.end_row();

    constexpr double gap = 8;
    const double space = table.chart_space(true) - gap;
    const double bars = std::clamp(70 + 14.0 * count, space * 0.45, space * 0.7);
    const std::uint32_t total_row = table.last_row();
    Chart shares = new_chart(frame, ChartKind::pie, frame.text(texts.categories.share_chart),
                             table.chart_pixels(), space - bars);
    shares.legend = LegendPosition::none;
    shares.point_colors.assign(texts.list_colors.begin(), texts.list_colors.end());
    shares.series.push_back({.name = texts.total_head,
                             .sheet = sheet.name(),
                             .categories = {table.head_row(), 1, table.head_row(), 3},
                             .values = {total_row, 1, total_row, 3},
                             .labels = true});
    table.print(true);
    sheet.insert_chart(table.first_row(), table.chart_column(),
                       stacked_chart(sheet, frame, table, count, bars), chart_offset_pixels);
    sheet.insert_chart(table.first_row(), table.chart_column(), shares,
                       static_cast<std::uint32_t>((bars + gap) / spreadsheet::points_per_pixel) +
                           chart_offset_pixels);
    frame.book().define_name(texts.categories.name, sheet.name(), names);
    return spreadsheet::Workbook::reference(sheet.name(), names);
}

std::string write_department_sheet(Sheet& sheet, const SheetFrame& frame,
                                   const Statistics& statistics) {
    const StatisticsTemplate& texts = frame.settings().statistics;
    const DepartmentStatisticsTemplate& heads = texts.departments;
    TableWriter table(
        sheet, frame, heads.title, heads.subtitle,
        {heads.rank_head, heads.department_head, heads.cooperative_head, heads.sole_head,
         heads.joint_head, heads.recalled_head, heads.points_head},
        {digits(6), digits(34), digits(8), digits(8), digits(8), digits(8), digits(8)}, digits(44));
    DepartmentCount sums;
    for (const DepartmentCount& department : statistics.departments) {
        table.begin_row(department.name, 1);
        table.number(0, department.rank);
        table.text(1, department.name);
        table.number(2, department.cooperative);
        table.number(3, department.sole);
        table.number(4, department.joint);
        table.number(5, department.recalled);
        table.number(6, department.superior_points);
        table.end_row();
        sums.cooperative += department.cooperative;
        sums.sole += department.sole;
        sums.joint += department.joint;
        sums.recalled += department.recalled;
        sums.superior_points += department.superior_points;
    }
    const auto count = static_cast<std::uint32_t>(statistics.departments.size());
    if (count == 0) {
        table.print(true);
        return {};
    }
    const CellRange names{table.first_row(), 1, table.last_row(), 1};
    table.begin_row(texts.total_head, 1);
    table.total_text(0, texts.total_head);
    table.total_text(1, "");
    table.total(2, sums.cooperative);
    table.total(3, sums.sole);
    table.total(4, sums.joint);
    table.total(5, sums.recalled);
    table.total(6, sums.superior_points);
    table.end_row();
    const auto cooperative = static_cast<std::size_t>(ListKind::cooperative);
    table.note(
        frame.text(heads.note, {{"items", std::to_string(statistics.lists[cooperative])},
                                {"mentions", std::to_string(statistics.totals.department_mentions)},
                                {"shared", std::to_string(statistics.totals.shared_points)}}));

    const std::uint32_t shown = std::min(count, heads.top);
    const double space = table.chart_space(true);
    const double bars = std::clamp(90 + 18.0 * shown, space / 2, space);
    Chart chart = new_chart(frame, ChartKind::bar_stacked, frame.text(heads.top_chart),
                            table.chart_pixels(), bars);
    chart.value_title = frame.text(heads.items_axis);
    chart.legend = LegendPosition::top;
    chart.first_category_on_top = true;
    const std::uint32_t last = table.first_row() + shown - 1;
    const std::array<std::pair<const std::string*, std::uint16_t>, 2> parts{
        {{&heads.sole_head, std::uint16_t{3}}, {&heads.joint_head, std::uint16_t{4}}}};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto [name, column] = parts[i];
        chart.series.push_back({.name = *name,
                                .sheet = sheet.name(),
                                .categories = {table.first_row(), 1, last, 1},
                                .values = {table.first_row(), column, last, column},
                                .color = texts.list_colors[i]});
    }
    table.print(true);
    sheet.insert_chart(table.first_row(), table.chart_column(), chart, chart_offset_pixels);
    frame.book().define_name(heads.name, sheet.name(), names);
    return spreadsheet::Workbook::reference(sheet.name(), names);
}

void write_matrix_sheet(Sheet& sheet, const SheetFrame& frame, const Statistics& statistics) {
    const StatisticsTemplate& texts = frame.settings().statistics;
    std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> counts;
    std::map<std::string_view, std::uint32_t> by_category;
    for (const MatrixEntry& entry : statistics.matrix) {
        if (entry.cooperative == 0) continue;
        counts[{entry.department, entry.category}] += entry.cooperative;
        by_category[entry.category] += entry.cooperative;
    }
    std::vector<std::string_view> categories;
    for (const CategoryCount& category : statistics.categories) {
        if (by_category.count(category.name) != 0) categories.push_back(category.name);
    }
    std::vector<std::string> heads{texts.matrix.corner_head};
    std::vector<std::uint32_t> pixels{digits(26)};
    for (const std::string_view category : categories) {
        heads.emplace_back(category);
        pixels.push_back(digits(7));
    }
    heads.push_back(texts.total_head);
    pixels.push_back(digits(7));
    TableWriter table(sheet, frame, texts.matrix.title, texts.matrix.subtitle, heads, pixels);
    std::uint32_t all = 0;
    for (const DepartmentCount& department : statistics.departments) {
        std::uint32_t sum = 0;
        for (const std::string_view category : categories) {
            const auto found = counts.find({department.name, category});
            if (found != counts.end()) sum += found->second;
        }
        if (sum == 0) continue;
        all += sum;
        table.begin_row(department.name, 0);
        table.text(0, department.name);
        std::uint16_t column = 1;
        for (const std::string_view category : categories) {
            const auto found = counts.find({department.name, category});
            table.count(column++, found == counts.end() ? 0 : found->second);
        }
        table.number(column, sum);
        table.end_row();
    }
    if (all > 0) {
        table.begin_row(texts.total_head, 0);
        table.total_text(0, texts.total_head);
        std::uint16_t column = 1;
        for (const std::string_view category : categories) {
            table.total(column++, by_category[category]);
        }
        table.total(column, all);
        table.end_row();
    }
    table.print(true);
}

void write_totals_sheet(Sheet& sheet, const SheetFrame& frame, const Statistics& statistics) {
    const TotalsTemplate& texts = frame.settings().statistics.totals;
    TableWriter table(sheet, frame, texts.title, texts.subtitle,
                      {texts.item_head, texts.value_head}, {digits(60), digits(22)});
    const auto value = [&](TotalOf of) -> std::uint32_t {
        const StatisticsTotals& totals = statistics.totals;
        switch (of) {
            case TotalOf::items:
                return totals.items;
            case TotalOf::basic:
                return statistics.lists[0];
            case TotalOf::cooperative:
                return statistics.lists[1];
            case TotalOf::recalled:
                return statistics.lists[2];
            case TotalOf::categories:
                return totals.categories;
            case TotalOf::departments:
                return totals.departments;
            case TotalOf::department_mentions:
                return totals.department_mentions;
            case TotalOf::handovers:
                return totals.handovers;
            case TotalOf::superior_points:
                return totals.superior_points;
            case TotalOf::shared_points:
                break;
        }
        return totals.shared_points;
    };
    for (const auto& [of, text] : texts.totals) {
        table.begin_row(text, 0);
        table.text(0, text);
        table.number(1, value(of));
        table.end_row();
    }
    table.print(false);
}

}  // namespace dutylist
