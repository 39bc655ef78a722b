#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "exporters/sheet_layout/page_flow.h"
#include "exporters/sheet_layout/sheet_frame.h"

namespace dutylist {

// Pixels of a column of so many digits of the default font.
std::uint32_t digits_wide(double count);

// A table of statistics on a sheet of its own, written row by row: titles, heads, rows, totals and
// a note; beside it, behind a narrow gap, room for charts where `chart_pixels` is not 0.
class TableSheet {
public:
    TableSheet(spreadsheet::Sheet& sheet, const SheetFrame& frame, std::string_view title,
               std::string_view subtitle, const std::vector<std::string>& heads,
               std::vector<std::uint32_t> pixels, bool landscape, std::uint32_t chart_pixels = 0);

    std::size_t columns() const { return pixels_.size(); }
    std::uint32_t head_row() const { return head_row_; }
    std::uint32_t first_row() const { return first_row_; }
    std::uint32_t last_row() const { return row_ - 1; }

    // Begins a row that is high enough for `text` in `column`.
    void begin_row(std::string_view text, std::size_t column);
    void text(std::size_t column, std::string_view value, int indent = 0);
    void centered(std::size_t column, std::string_view value);
    void number(std::size_t column, double value);
    // Zero is left blank: a matrix of zeros cannot be read.
    void count(std::size_t column, double value);
    void share(std::size_t column, double value);
    // In the row of totals, which comes last: `total` is a formula over all rows.
    void total_text(std::size_t column, std::string_view value);
    void total(std::size_t column, double value);
    void total_share(std::size_t column, double value);
    void end_row() { ++row_; }
    // Below the table, over all its columns; an empty one takes no row.
    void note(const std::string& text);

    // Sets up pages; after the last row.
    void print();

    // The charts stand in a column of their own, behind a narrow one, and are as wide as it: an
    // anchor that ends inside a column is not scaled with it.
    std::size_t chart_column() const { return columns() + 1; }
    std::uint32_t chart_pixels() const { return chart_pixels_; }
    // Points for charts beside the rows that are printed on the first page, so that none reaches
    // into the second.
    double chart_space() const;

private:
    std::uint32_t total_pixels() const;
    std::uint32_t sheet_pixels() const;
    std::size_t last_column() const;
    std::uint32_t gap_pixels() const;
    PageFlow flow() const;
    void add_height(double height);

    spreadsheet::Sheet& sheet_;
    const SheetFrame& frame_;
    std::vector<std::uint32_t> pixels_;
    bool landscape_;
    std::uint32_t chart_pixels_;
    std::uint32_t row_ = 0, head_row_ = 0, first_row_ = 0;
    double top_height_ = 0;  // of titles and heads
    double head_height_ = 0;
    bool noted_ = false;
    std::vector<double> heights_;
    spreadsheet::Format text_, number_, total_text_, share_, total_share_;
};

}  // namespace dutylist
