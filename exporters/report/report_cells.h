#pragma once

#include <cstddef>
#include <cstdint>

#include "exporters/report/marked_text.h"
#include "exporters/report/report_sheet_style.h"
#include "exporters/spreadsheet/workbook_writer.h"
#include "pipeline/report/report.h"

namespace dutylist {

// What every sheet of the report's workbook has at hand. All of it outlives the sheets' writers.
struct ReportBook {
    const Report& report;
    const ReportTemplate& labels;
    const ReportSheetStyle& style;
    spreadsheet::Workbook& book;

    // Of text in this size; heights of rows follow from it.
    spreadsheet::TextMetrics metrics(double size) const {
        return {size, style.sheets.rows.line_heights};
    }
};

// How a value looks in a table.
spreadsheet::CellFormat value_format(const ReportSheetStyle& style, const Value& value,
                                     ColumnKind kind, RowKind row);

// Writes a value: numbers as numbers, everything else as text.
void write_value(const ReportBook& book, spreadsheet::Sheet& sheet, std::uint32_t row,
                 std::size_t column, const Value& value, ColumnKind kind, RowKind row_kind);

// Writes the bytes [begin, end) of a text with what was removed and added in it.
void write_marked(const ReportBook& book, spreadsheet::Sheet& sheet, std::uint32_t row,
                  std::size_t column, const MarkedText& text, std::size_t begin, std::size_t end,
                  const spreadsheet::CellFormat& settings);

// A text merged across the columns 0 to `last_column`, or one cell.
void write_across(spreadsheet::Sheet& sheet, std::uint32_t row, std::size_t last_column,
                  std::string_view text, spreadsheet::Format format);

// Page, header and footer. `fit`: one page wide.
void set_up_page(const ReportBook& book, spreadsheet::Sheet& sheet, bool landscape, bool fit);

}  // namespace dutylist
