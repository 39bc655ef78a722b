#include "exporters/report/report_cells.h"

#include <algorithm>

#include "pipeline/report/value_text.h"

namespace dutylist {

using spreadsheet::CellFormat;
using spreadsheet::Format;
using spreadsheet::Horizontal;
using spreadsheet::Sheet;
using spreadsheet::Vertical;

CellFormat value_format(const ReportSheetStyle& style, const Value& value, ColumnKind kind,
                        RowKind row) {
    CellFormat format{.size = style.text_size, .wrap = true, .border = true};
    format.bold = row != RowKind::data;
    if (row == RowKind::total) format.background = style.total_background;
    if (row == RowKind::subtotal) format.background = style.subtotal_background;
    format.vertical = kind == ColumnKind::text ? Vertical::top : Vertical::center;
    if (kind != ColumnKind::text) {
        const bool centered =
            kind == ColumnKind::rank || std::holds_alternative<std::monostate>(value);
        format.horizontal = centered ? Horizontal::center : Horizontal::right;
    }
    if (kind == ColumnKind::percent) format.number_format = "0.0%";
    if (kind == ColumnKind::points) format.number_format = "+0.00;-0.00;0.00";
    if (kind == ColumnKind::change) format.number_format = "+0;-0;0";
    return format;
}

void write_value(const ReportBook& book, Sheet& sheet, std::uint32_t row, std::size_t column,
                 const Value& value, ColumnKind kind, RowKind row_kind) {
    const Format format = book.book.format(value_format(book.style, value, kind, row_kind));
    if (const auto* count = std::get_if<std::int64_t>(&value)) {
        sheet.number(row, column, static_cast<double>(*count), format);
    } else if (const auto* number = std::get_if<double>(&value)) {
        sheet.number(row, column, *number, format);
    } else {
        sheet.text(row, column, value_text(value, kind, book.labels), format);
    }
}

void write_marked(const ReportBook& book, Sheet& sheet, std::uint32_t row, std::size_t column,
                  const MarkedText& text, std::size_t begin, std::size_t end,
                  const CellFormat& settings) {
    const Format plain = book.book.format(settings);
    const std::string_view whole = text.text;
    std::vector<Sheet::Stretch> stretches;
    std::size_t at = begin;
    const auto add = [&](std::size_t until, Format format) {
        until = std::min(until, end);
        if (until <= at) return;
        stretches.push_back({whole.substr(at, until - at), format});
        at = until;
    };
    for (const MarkedStretch& stretch : text.stretches) {
        add(stretch.begin, plain);
        CellFormat marked = settings;
        marked.color = stretch.color(book.style.changes);
        marked.strike_through = stretch.decorated && stretch.removed;
        marked.underline = stretch.decorated && !stretch.removed;
        add(stretch.end, book.book.format(marked));
    }
    add(end, plain);
    sheet.rich_text(row, column, stretches, plain);
}

void write_across(Sheet& sheet, std::uint32_t row, std::size_t last_column, std::string_view text,
                  Format format) {
    if (last_column > 0) {
        sheet.merged({row, 0, row, last_column}, text, format);
    } else {
        sheet.text(row, 0, text, format);
    }
}

void set_up_page(const ReportBook& book, Sheet& sheet, bool landscape, bool fit) {
    spreadsheet::PrintSetup setup = book.style.sheets.page;
    setup.landscape = landscape;
    setup.fit_to_width = fit;
    setup.header.left = book.report.scope;
    setup.header.right = book.report.period.chinese();
    setup.footer.center = book.labels.label("page-footer");
    sheet.print(setup);
}

}  // namespace dutylist
