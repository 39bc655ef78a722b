#include "exporters/spreadsheet/sheet.h"

#include <array>
#include <cmath>

#include <xlsxwriter.h>

#include "exporters/spreadsheet/chart_writer.h"
#include "exporters/spreadsheet/excel_text.h"
#include "exporters/spreadsheet/header_footer.h"
#include "exporters/spreadsheet/text_metrics.h"
#include "exporters/spreadsheet/workbook_writer.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist::spreadsheet {
namespace {

[[noreturn]] void misuse(const std::string& what) {
    throw JobError(Code::internal_failure, {}, {"spreadsheet: " + what});
}

double inches(double millimetres) { return millimetres / 25.4; }

char* text_or_null(const std::string& text) {
    return text.empty() ? nullptr : const_cast<char*>(text.c_str());
}

}  // namespace

std::string Sheet::cell_name(std::uint32_t row, std::size_t column) {
    std::array<char, LXW_MAX_CELL_NAME_LENGTH> name{};
    lxw_rowcol_to_cell(name.data(), row, static_cast<lxw_col_t>(column));
    return std::string("$") + name.data();
}

void Sheet::check(int error) const { workbook_->check(error); }

std::uint16_t Sheet::checked(std::size_t column) const {
    if (column < maximum_columns) return static_cast<std::uint16_t>(column);
    throw JobError(Code::workbook_too_many_columns, {},
                   {workbook_->settings_.shown_name, name(), column + 1, maximum_columns});
}

void Sheet::touch_row(std::uint32_t row) {
    if (row >= maximum_rows) {
        throw JobError(Code::workbook_too_many_rows, {},
                       {workbook_->settings_.shown_name, name(), std::to_string(maximum_rows)});
    }
    if (static_cast<std::int64_t>(row) > highest_row_) {
        highest_row_ = row;
        ++content_.rows;
    }
}

void Sheet::begin_cells(std::uint32_t row, std::size_t first, std::size_t last) {
    if (row < row_) misuse("rows are written from top to bottom");
    if (row > row_) next_column_ = 0;
    if (checked(first) < next_column_) misuse("cells are written from left to right");
    row_ = row;
    next_column_ = checked(last) + 1;
    touch_row(row);
}

const std::string& Sheet::prepared(std::string_view value) {
    if (!fits_in_cell(value)) {
        throw JobError(Code::workbook_cell_too_long, {}, {name()},
                       std::string(value.substr(0, 60)));
    }
    buffer_.clear();
    append_escaped(buffer_, value);
    return buffer_;
}

// The cell has the text that was prepared last; without one it is blank.
void Sheet::note_text(std::uint32_t row, std::size_t column) {
    if (buffer_.empty()) return content_.cells.blank(row, checked(column));
    content_.cells.text(row, checked(column), buffer_);
}

std::uint64_t Sheet::defined_names() const {
    return content_.filters + (has_print_area_ ? 1 : 0) + (has_repeated_rows_ ? 1 : 0);
}

void Sheet::column_width(std::size_t first, std::size_t last, std::uint32_t pixels, bool hidden) {
    lxw_row_col_options options{};
    options.hidden = hidden ? LXW_TRUE : LXW_FALSE;
    // libxlsxwriter counts 7 pixels to a digit and stores (7 width + 5) / 7.
    const double width = pixels / pixels_per_digit - 5.0 / 7;
    check(
        worksheet_set_column_opt(handle_, checked(first), checked(last), width, nullptr, &options));
}

void Sheet::row_height(std::uint32_t row, double points) {
    if (!(points >= 0 && points <= maximum_row_height)) misuse("row height beyond Excel's limit");
    if (row < row_) misuse("a row's height is set before its cells");
    touch_row(row);
    check(worksheet_set_row(handle_, row, points, nullptr));
}

void Sheet::text(std::uint32_t row, std::size_t column, std::string_view value, Format format) {
    if (value.empty()) return blank(row, column, format);
    const std::string& cell_text = prepared(value);
    begin_cells(row, column, column);
    check(worksheet_write_string(handle_, row, checked(column), cell_text.c_str(), format.handle_));
    note_text(row, column);
}

void Sheet::rich_text(std::uint32_t row, std::size_t column, std::span<const Stretch> stretches,
                      Format format) {
    std::string whole;
    std::vector<std::string> texts;
    std::vector<lxw_rich_string_tuple> tuples;
    for (const Stretch& stretch : stretches) {
        if (stretch.text.empty()) continue;
        whole += stretch.text;
        append_escaped(texts.emplace_back(), stretch.text);
        tuples.push_back({stretch.format.handle_, nullptr});
    }
    // libxlsxwriter refuses a rich string of one stretch.
    if (tuples.size() < 2) {
        return text(row, column, whole, tuples.empty() ? format : Format(tuples.front().format));
    }
    prepared(whole);
    buffer_.clear();
    std::vector<lxw_rich_string_tuple*> list;
    for (std::size_t i = 0; i < tuples.size(); ++i) {
        buffer_ += texts[i];
        tuples[i].string = texts[i].data();
        list.push_back(&tuples[i]);
    }
    list.push_back(nullptr);
    begin_cells(row, column, column);
    check(worksheet_write_rich_string(handle_, row, checked(column), list.data(), format.handle_));
    note_text(row, column);
}

void Sheet::number(std::uint32_t row, std::size_t column, double value, Format format) {
    if (!std::isfinite(value)) misuse("a number that is none");
    begin_cells(row, column, column);
    check(worksheet_write_number(handle_, row, checked(column), value, format.handle_));
    content_.cells.number(row, checked(column), value);
}

void Sheet::blank(std::uint32_t row, std::size_t column, Format format) {
    // libxlsxwriter leaves out blank cells without a format.
    if (!format.handle_) return;
    begin_cells(row, column, column);
    check(worksheet_write_blank(handle_, row, checked(column), format.handle_));
    content_.cells.blank(row, checked(column));
}

void Sheet::formula(std::uint32_t row, std::size_t column, std::string_view expression,
                    double value, Format format) {
    begin_cells(row, column, column);
    check(worksheet_write_formula_num(handle_, row, checked(column),
                                      std::string(expression).c_str(), format.handle_, value));
    content_.cells.formula(row, checked(column), expression.substr(1), value);
}

void Sheet::link(std::uint32_t row, std::size_t column, std::string_view sheet, CellRange target,
                 std::string_view value, Format format) {
    const std::string& cell_text = prepared(value);
    begin_cells(row, column, column);
    const std::string url = "internal:" + Workbook::reference(sheet, target).substr(1);
    check(worksheet_write_url_opt(handle_, row, checked(column), url.c_str(), format.handle_,
                                  cell_text.c_str(), nullptr));
    note_text(row, column);
    ++content_.links;
}

void Sheet::merged(CellRange range, std::string_view value, Format format) {
    if (range.first_row == range.last_row && range.first_column == range.last_column) {
        return text(range.first_row, range.first_column, value, format);
    }
    if (workbook_->settings_.constant_memory && range.last_row != range.first_row) {
        misuse("cells of several rows cannot be merged in constant memory");
    }
    const std::string& cell_text = prepared(value);
    begin_cells(range.first_row, range.first_column, range.last_column);
    for (std::uint32_t row = range.first_row; row <= range.last_row; ++row) {
        touch_row(row);
        for (std::size_t column = range.first_column; column <= range.last_column; ++column) {
            const bool is_first = row == range.first_row && column == range.first_column;
            if (!is_first) content_.cells.blank(row, checked(column));
        }
    }
    note_text(range.first_row, range.first_column);
    ++content_.merged;
    check(worksheet_merge_range(handle_, range.first_row, checked(range.first_column),
                                range.last_row, checked(range.last_column), cell_text.c_str(),
                                format.handle_));
}

void Sheet::freeze(std::uint32_t rows, std::size_t columns) {
    worksheet_freeze_panes(handle_, rows, checked(columns));
}

void Sheet::autofilter(CellRange range) {
    check(worksheet_autofilter(handle_, range.first_row, checked(range.first_column),
                               range.last_row, checked(range.last_column)));
    content_.filters = 1;
}

void Sheet::drop_down(const DropDown& settings) {
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    validation.value_formula = const_cast<char*>(settings.source.c_str());
    validation.error_type = settings.other_text_allowed ? LXW_VALIDATION_ERROR_TYPE_INFORMATION
                                                        : LXW_VALIDATION_ERROR_TYPE_STOP;
    validation.input_title = text_or_null(settings.input_title);
    validation.input_message = text_or_null(settings.input_message);
    validation.error_title = text_or_null(settings.error_title);
    validation.error_message = text_or_null(settings.error_message);
    check(worksheet_data_validation_range(
        handle_, settings.cells.first_row, checked(settings.cells.first_column),
        settings.cells.last_row, checked(settings.cells.last_column), &validation));
    ++content_.drop_downs;
}

void Sheet::color_where(CellRange range, std::string_view formula, Color background) {
    lxw_format* format = workbook_add_format(workbook_->handle_);
    if (!format) check(LXW_ERROR_MEMORY_MALLOC_FAILED);
    // In a conditional format the fill's colour is its background.
    format_set_bg_color(format, background);
    std::string expression(formula);
    lxw_conditional_format condition{};
    condition.type = LXW_CONDITIONAL_TYPE_FORMULA;
    condition.value_string = expression.data();
    condition.format = format;
    check(worksheet_conditional_format_range(handle_, range.first_row, checked(range.first_column),
                                             range.last_row, checked(range.last_column),
                                             &condition));
    ++content_.coloured;
}

void Sheet::insert_chart(std::uint32_t row, std::size_t column, const Chart& chart,
                         std::uint32_t offset_pixels) {
    lxw_chart* handle = make_chart(workbook_->handle_, chart, workbook_->settings_.default_font);
    if (!handle) check(LXW_ERROR_MEMORY_MALLOC_FAILED);
    lxw_chart_options options{};
    options.y_offset = static_cast<std::int32_t>(offset_pixels);
    // libxlsxwriter's charts are 480 by 288 pixels, in columns of 7 pixels to a digit.
    options.x_scale = chart.width_pixels / 480.0 * 7 / pixels_per_digit;
    options.y_scale = chart.height_pixels / 288.0;
    options.description = text_or_null(chart.description);
    options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
    check(worksheet_insert_chart_opt(handle_, row, checked(column), handle, &options));
    content_.charts.push_back(content_of(chart));
}

void Sheet::print(const PrintSetup& setup) {
    if (setup.landscape) worksheet_set_landscape(handle_);
    constexpr std::uint8_t a4 = 9;
    worksheet_set_paper(handle_, a4);
    worksheet_set_margins(handle_, inches(setup.margin_left), inches(setup.margin_right),
                          inches(setup.margin_top), inches(setup.margin_bottom));
    if (setup.fit_to_width) worksheet_fit_to_pages(handle_, 1, setup.fit_to_height ? 1 : 0);
    if (setup.center_horizontally) worksheet_center_horizontally(handle_);
    lxw_header_footer_options options{};
    options.margin = inches(setup.margin_header);
    const auto code = [&](HeaderFooter parts) {
        if (parts.font.empty()) parts.font = workbook_->settings_.default_font;
        return header_footer_code(parts);
    };
    const std::string header = code(setup.header);
    if (!header.empty()) check(worksheet_set_header_opt(handle_, header.c_str(), &options));
    options.margin = inches(setup.margin_footer);
    const std::string footer = code(setup.footer);
    if (!footer.empty()) check(worksheet_set_footer_opt(handle_, footer.c_str(), &options));
}

void Sheet::repeat_rows(std::uint32_t first, std::uint32_t last) {
    check(worksheet_repeat_rows(handle_, first, last));
    has_repeated_rows_ = true;
}

void Sheet::print_area(CellRange range) {
    check(worksheet_print_area(handle_, range.first_row, checked(range.first_column),
                               range.last_row, checked(range.last_column)));
    has_print_area_ = true;
}

void Sheet::page_breaks(const std::vector<std::uint32_t>& rows) {
    if (rows.empty() || rows.size() > maximum_page_breaks) return;
    std::vector<lxw_row_t> breaks(rows.begin(), rows.end());
    breaks.push_back(0);
    check(worksheet_set_h_pagebreaks(handle_, breaks.data()));
    content_.page_breaks = rows.size();
}

void Sheet::protect(const std::string& password, bool rows_may_change) {
    lxw_protection options{};
    options.sort = LXW_TRUE;
    options.autofilter = LXW_TRUE;
    options.format_rows = LXW_TRUE;
    options.format_columns = LXW_TRUE;
    options.insert_rows = rows_may_change ? LXW_TRUE : LXW_FALSE;
    options.delete_rows = rows_may_change ? LXW_TRUE : LXW_FALSE;
    worksheet_protect(handle_, text_or_null(password), &options);
    content_.protections = 1;
}

void Sheet::activate() { worksheet_activate(handle_); }

void Sheet::hide_gridlines() { worksheet_gridlines(handle_, LXW_HIDE_ALL_GRIDLINES); }

}  // namespace dutylist::spreadsheet
