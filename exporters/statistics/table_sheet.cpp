#include "exporters/statistics/table_sheet.h"

#include <algorithm>
#include <numeric>

#include "exporters/spreadsheet/text_metrics.h"

namespace dutylist {
namespace {

using spreadsheet::CellFormat;
using spreadsheet::Horizontal;
using spreadsheet::Sheet;

// "=SUM(C4:C23)"
std::string sum_formula(std::uint32_t first_row, std::uint32_t last_row, std::size_t column) {
    const auto name = [&](std::uint32_t row) { return Sheet::cell_name(row, column).substr(1); };
    return "=SUM(" + name(first_row) + ":" + name(last_row) + ")";
}

}  // namespace

std::uint32_t digits_wide(double count) {
    return static_cast<std::uint32_t>(count * spreadsheet::pixels_per_digit);
}

TableSheet::TableSheet(Sheet& sheet, const SheetFrame& frame, std::string_view title,
                       std::string_view subtitle, const std::vector<std::string>& heads,
                       std::vector<std::uint32_t> pixels, bool landscape,
                       std::uint32_t chart_pixels)
    : sheet_(sheet),
      frame_(frame),
      pixels_(std::move(pixels)),
      landscape_(landscape),
      chart_pixels_(chart_pixels) {
    const WorkbookStyles& styles = frame.settings().styles;
    for (std::size_t c = 0; c < pixels_.size(); ++c) sheet.column_width(c, c, pixels_[c]);
    if (chart_pixels > 0) {
        sheet.column_width(columns(), columns(), gap_pixels());
        sheet.column_width(chart_column(), chart_column(), chart_pixels);
    }
    head_row_ = frame.write_titles(sheet, frame.text(title), frame.text(subtitle),
                                   last_column() + 1, sheet_pixels(), top_height_);
    head_height_ = frame.write_heads(sheet, head_row_, heads, pixels_);
    top_height_ += head_height_;
    row_ = first_row_ = head_row_ + 1;
    text_ = frame.aligned(styles.body, Horizontal::left);
    number_ = frame.aligned(styles.body, Horizontal::center);
    total_text_ = frame.aligned(styles.total, Horizontal::center);
    CellFormat share = styles.body;
    share.number_format = "0.00%";
    share.horizontal = Horizontal::center;
    share_ = frame.format(share);
    share.background = styles.total.background;
    share.font = styles.total.font;
    total_share_ = frame.format(share);
}

std::uint32_t TableSheet::total_pixels() const {
    return std::accumulate(pixels_.begin(), pixels_.end(), std::uint32_t{0});
}

std::uint32_t TableSheet::sheet_pixels() const {
    return total_pixels() + (chart_pixels_ > 0 ? chart_pixels_ + gap_pixels() : 0);
}

std::uint32_t TableSheet::gap_pixels() const {
    return static_cast<std::uint32_t>(frame_.settings().statistics.charts.gap);
}

std::size_t TableSheet::last_column() const {
    return chart_pixels_ > 0 ? columns() + 1 : columns() - 1;
}

void TableSheet::add_height(double height) {
    sheet_.row_height(row_, height);
    heights_.push_back(height);
}

void TableSheet::begin_row(std::string_view text, std::size_t column) {
    add_height(std::max(frame_.settings().statistics.row_height,
                        frame_.height_of(text, frame_.settings().styles.body, pixels_[column])));
}

void TableSheet::text(std::size_t column, std::string_view value, int indent) {
    if (indent == 0) return sheet_.text(row_, column, value, text_);
    CellFormat style = frame_.settings().styles.body;
    style.horizontal = Horizontal::left;
    style.indent = indent;
    sheet_.text(row_, column, value, frame_.format(style));
}

void TableSheet::centered(std::size_t column, std::string_view value) {
    sheet_.text(row_, column, value, number_);
}

void TableSheet::number(std::size_t column, double value) {
    sheet_.number(row_, column, value, number_);
}

void TableSheet::count(std::size_t column, double value) {
    value == 0 ? sheet_.blank(row_, column, number_) : number(column, value);
}

void TableSheet::share(std::size_t column, double value) {
    sheet_.number(row_, column, value, share_);
}

void TableSheet::total_text(std::size_t column, std::string_view value) {
    sheet_.text(row_, column, value, total_text_);
}

void TableSheet::total(std::size_t column, double value) {
    sheet_.formula(row_, column, sum_formula(first_row_, row_ - 1, column), value, total_text_);
}

void TableSheet::total_share(std::size_t column, double value) {
    sheet_.number(row_, column, value, total_share_);
}

void TableSheet::note(const std::string& text) {
    if (text.empty()) return;
    noted_ = true;
    const CellFormat& style = frame_.settings().styles.note;
    add_height(frame_.height_of(text, style, total_pixels()));
    sheet_.merged({row_, 0, row_, columns() - 1}, text, frame_.format(style));
    ++row_;
}

PageFlow TableSheet::flow() const {
    PageFlow flow(frame_.page(landscape_), sheet_pixels(), head_height_);
    flow.add(0, top_height_);
    for (std::size_t i = 0; i < heights_.size(); ++i) {
        const std::uint32_t row = first_row_ + static_cast<std::uint32_t>(i);
        noted_&& i + 1 == heights_.size() ? flow.add_closing(row, heights_[i])
                                          : flow.add(row, heights_[i]);
    }
    return flow;
}

void TableSheet::print() {
    const std::vector<std::uint32_t> breaks = flow().breaks();
    const double table = std::accumulate(heights_.begin(), heights_.end(), 0.0);
    // A table shorter than its charts gets an empty row below it.
    const double least = frame_.settings().statistics.charts.least_space;
    if (chart_pixels_ > 0 && table < least) {
        sheet_.row_height(row_++, least - table);
    }
    sheet_.print(frame_.page(landscape_));
    sheet_.repeat_rows(head_row_, head_row_);
    sheet_.print_area({0, 0, std::max(row_ - 1, head_row_), last_column()});
    sheet_.page_breaks(breaks);
    sheet_.freeze(first_row_, 0);
}

double TableSheet::chart_space() const {
    const std::vector<std::uint32_t> breaks = flow().breaks();
    const auto rows = breaks.empty() ? heights_.size() : breaks.front() - first_row_;
    const double table = std::accumulate(heights_.begin(),
                                         heights_.begin() + static_cast<std::ptrdiff_t>(rows), 0.0);
    const StatisticsChartsTemplate& charts = frame_.settings().statistics.charts;
    return std::max(table, charts.least_space) - charts.below;
}

}  // namespace dutylist
