#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/spreadsheet/cell_format.h"
#include "exporters/spreadsheet/chart.h"
#include "exporters/spreadsheet/workbook_content.h"

struct lxw_worksheet;
struct lxw_format;

namespace dutylist::spreadsheet {

class Workbook;

// A format of one workbook, made by Workbook::format. Valid while the workbook lives.
class Format {
public:
    Format() = default;
    friend bool operator==(const Format&, const Format&) = default;

private:
    friend class Workbook;
    friend class Sheet;
    explicit Format(lxw_format* handle) : handle_(handle) {}
    lxw_format* handle_ = nullptr;
};

// One of the three parts of a header or footer line. May hold Excel's codes {page}, {pages} and
// {sheet}; everything else is literal text (an & is escaped).
struct HeaderFooter {
    std::string left{};
    std::string center{};
    std::string right{};
    std::string font{};  // empty: the workbook's default
    int size = 0;        // points; 0: the application's own
};

// Lengths in millimetres.
struct PrintSetup {
    bool landscape = false;
    double margin_top = 0;
    double margin_bottom = 0;
    double margin_left = 0;
    double margin_right = 0;
    double margin_header = 0;
    double margin_footer = 0;
    bool fit_to_width = true;  // shrink to one page wide, as many pages high as needed
    bool fit_to_height = false;
    bool center_horizontally = true;
    HeaderFooter header{};
    HeaderFooter footer{};
};

// What a drop-down offers: the cells of a range, as many as there may be.
struct DropDown {
    CellRange cells{};     // that get the drop-down
    std::string source{};  // a formula: "=名称" or from Workbook::reference
    // Whether other text may be typed (with a hint) or is refused.
    bool other_text_allowed = true;
    std::string input_title{}, input_message{};  // shown when the cell is chosen; empty: nothing
    std::string error_title{},
        error_message{};  // shown when other text is typed; empty: the default
};

// A sheet being written. Rows are written from top to bottom and cells in a row from left to right
// (so that memory stays constant); a row's height is set before its first cell. Everything that
// libxlsxwriter refuses throws JobError output_write_failed; a text that no cell can hold throws
// JobError workbook_cell_too_long, a row or column beyond the last workbook_too_many_rows or
// workbook_too_many_columns. Rows and columns count from 0.
class Sheet {
public:
    const std::string& name() const { return content_.name; }
    // "$B4", for formulas that move with the rows.
    static std::string cell_name(std::uint32_t row, std::size_t column);

    // `pixels` at 96 dpi; at least 14. See text_metrics.h for the text that fits.
    void column_width(std::size_t first, std::size_t last, std::uint32_t pixels,
                      bool hidden = false);
    // In points; at most maximum_row_height, more throws.
    void row_height(std::uint32_t row, double points);

    // Written as text whatever it looks like; an empty text gives a blank cell.
    void text(std::uint32_t row, std::size_t column, std::string_view value, Format format = {});
    // A text of stretches that look different: font, size, colour and lines of their formats count.
    // Empty stretches are left out (of one that is left the whole format counts); the joined text
    // obeys the rules of text().
    struct Stretch {
        std::string_view text;
        Format format;
    };
    void rich_text(std::uint32_t row, std::size_t column, std::span<const Stretch> stretches,
                   Format format);
    void number(std::uint32_t row, std::size_t column, double value, Format format = {});
    void blank(std::uint32_t row, std::size_t column, Format format);
    // `expression` begins with '='; `value` is shown until the application computes again.
    void formula(std::uint32_t row, std::size_t column, std::string_view expression, double value,
                 Format format = {});
    // A link to a cell of another sheet of the workbook.
    void link(std::uint32_t row, std::size_t column, std::string_view sheet, CellRange target,
              std::string_view value, Format format = {});
    // One row only when the workbook is in constant memory.
    void merged(CellRange range, std::string_view value, Format format);

    void freeze(std::uint32_t rows, std::size_t columns);
    void autofilter(CellRange range);
    void drop_down(const DropDown& settings);
    // Colours the cells of `range` for which `formula` (relative to its first cell) is true.
    void color_where(CellRange range, std::string_view formula, Color background);
    // With its upper left corner in the cell, `offset_pixels` below the cell's upper border.
    void insert_chart(std::uint32_t row, std::size_t column, const Chart& chart,
                      std::uint32_t offset_pixels = 0);

    void print(const PrintSetup& setup);
    void repeat_rows(std::uint32_t first, std::uint32_t last);
    void print_area(CellRange range);
    // A new page begins above each of these rows. Excel takes at most maximum_page_breaks; more
    // are left to the application, which never cuts a row that fits on a page.
    void page_breaks(const std::vector<std::uint32_t>& rows);
    // Only cells whose format is not locked stay open; sorting, filtering and sizing are allowed,
    // and putting rows in and taking rows out where `rows_may_change`.
    void protect(const std::string& password = {}, bool rows_may_change = false);
    void activate();  // shown when the workbook is opened
    void hide_gridlines();

    // What was written so far.
    const SheetContent& content() const { return content_; }

private:
    friend class Workbook;
    Sheet(Workbook& workbook, lxw_worksheet* handle, std::string name)
        : workbook_(&workbook), handle_(handle), content_{.name = std::move(name)} {}
    std::uint64_t defined_names() const;
    void begin_cells(std::uint32_t row, std::size_t first, std::size_t last);
    // As the library counts them. Throws workbook_too_many_columns.
    std::uint16_t checked(std::size_t column) const;
    void touch_row(std::uint32_t row);
    void check(int error) const;
    const std::string& prepared(std::string_view value);
    void note_text(std::uint32_t row, std::size_t column);

    Workbook* workbook_;
    lxw_worksheet* handle_;
    SheetContent content_;
    std::string buffer_;  // the last text that was prepared
    bool has_print_area_ = false;
    bool has_repeated_rows_ = false;
    std::int64_t row_ = -1;          // where cells are being written
    std::int64_t next_column_ = 0;   // the first that may still be written in that row
    std::int64_t highest_row_ = -1;  // that has cells or a height
};

}  // namespace dutylist::spreadsheet
