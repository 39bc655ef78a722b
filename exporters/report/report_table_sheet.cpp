#include "exporters/report/report_table_sheet.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "exporters/report/sheet_rows.h"

namespace dutylist {
namespace {

using spreadsheet::CellFormat;
using spreadsheet::Format;
using spreadsheet::Horizontal;
using spreadsheet::Sheet;

class TableWriter {
public:
    TableWriter(const ReportBook& book, Sheet& sheet, const ReportTable& table)
        : book_(book),
          sheet_(sheet),
          table_(table),
          visible_(table.visible_columns()),
          metrics_(book.metrics(book.style.text_size)) {}

    TablePlace write() {
        place_.sheet = sheet_.name();
        set_widths();
        write_title();
        const std::uint32_t head_row = row_;
        write_heads();
        const std::uint32_t first_row = row_;
        for (const ReportRow& line : table_.rows) {
            place_.rows.push_back(row_);
            write_row(line);
        }
        if (row_ > first_row) sheet_.autofilter({head_row, 0, row_ - 1, last_column()});
        sheet_.freeze(head_row + 1, 0);
        sheet_.repeat_rows(head_row, head_row);
        if (table_.rows.empty()) write_note(empty_table_text(book_.report, table_, book_.labels));
        if (!table_.note.empty()) write_note(table_.note);
        const std::uint32_t all = all_pixels();
        set_up_page(book_, sheet_, all > book_.style.landscape_from, all > book_.style.shrink_from);
        return std::move(place_);
    }

private:
    std::size_t last_column() const { return visible_.size() - 1; }

    std::uint32_t all_pixels() const {
        return std::accumulate(widths_.begin(), widths_.end(), std::uint32_t{0});
    }

    void set_widths() {
        const ReportSheetStyle& style = book_.style;
        for (std::size_t i = 0; i < visible_.size(); ++i) {
            const ReportColumn& shown = table_.columns[visible_[i]];
            const double width =
                shown.kind == ColumnKind::text
                    ? static_cast<double>(std::lround(shown.width * style.text_width)) +
                          style.text_margin
                    : style.number_width;
            widths_.push_back(static_cast<std::uint32_t>(width));
            sheet_.column_width(i, i, widths_.back());
            place_.columns[shown.id] = i;
        }
    }

    void write_title() {
        sheet_.row_height(row_, book_.style.title_height);
        write_across(sheet_, row_, last_column(), table_.title,
                     book_.book.format({.font = book_.style.heading_font,
                                        .size = book_.style.title_size,
                                        .bold = true,
                                        .horizontal = Horizontal::center}));
        ++row_;
    }

    void write_heads() {
        std::vector<std::string> heads;
        for (const std::size_t c : visible_) heads.push_back(table_.columns[c].title);
        sheet_.row_height(row_, height_of(heads, widths_, metrics_));
        const Format head = book_.book.format({.font = book_.style.heading_font,
                                               .size = book_.style.text_size,
                                               .background = book_.style.head_background,
                                               .horizontal = Horizontal::center,
                                               .wrap = true,
                                               .border = true});
        for (std::size_t i = 0; i < heads.size(); ++i) {
            sheet_.text(row_, i, heads[i], head);
        }
        ++row_;
    }

    // A row that would be higher than Excel allows continues in rows below it.
    void write_row(const ReportRow& line) {
        std::vector<MarkedText> texts;
        std::vector<std::vector<std::string>> pieces;
        std::size_t parts = 1;
        for (std::size_t i = 0; i < visible_.size(); ++i) {
            texts.push_back(marked_value(line.values[visible_[i]], table_.columns[visible_[i]].kind,
                                         book_.labels));
            pieces.push_back(cut_to_height(texts.back().text, widths_[i], metrics_));
            parts = std::max(parts, pieces.back().size());
        }
        std::vector<std::size_t> done(visible_.size(), 0);  // bytes of each text
        for (std::size_t part = 0; part < parts; ++part, ++row_) {
            std::vector<std::string> shown;
            for (const auto& one : pieces) {
                shown.push_back(part < one.size() ? one[part] : std::string());
            }
            std::vector<std::string> wrapping = shown;  // numbers do not
            for (std::size_t i = 0; i < visible_.size(); ++i) {
                if (table_.columns[visible_[i]].kind != ColumnKind::text) wrapping[i].clear();
            }
            sheet_.row_height(row_, height_of(wrapping, widths_, metrics_));
            for (std::size_t i = 0; i < visible_.size(); ++i) {
                write_cell(line, i, texts[i], shown[i], part, done[i]);
            }
        }
    }

    // `done`: bytes of the text that stand in the rows above; those of this part are added.
    void write_cell(const ReportRow& line, std::size_t i, const MarkedText& text,
                    const std::string& shown, std::size_t part, std::size_t& done) {
        const ColumnKind kind = table_.columns[visible_[i]].kind;
        const Value& value = line.values[visible_[i]];
        const CellFormat settings = value_format(book_.style, value, kind, line.kind);
        const std::size_t begin = done;
        done += shown.size();
        if (!text.stretches.empty()) {
            write_marked(book_, sheet_, row_, i, text, begin, done, settings);
        } else if (kind == ColumnKind::text) {
            sheet_.text(row_, i, shown, book_.book.format(settings));
        } else if (part == 0) {
            write_value(book_, sheet_, row_, i, value, kind, line.kind);
        } else {
            sheet_.blank(row_, i, book_.book.format(settings));
        }
    }

    void write_note(const std::string& text) {
        sheet_.row_height(row_, height_of({text}, {all_pixels()}, metrics_));
        write_across(sheet_, row_, last_column(), text,
                     book_.book.format({.size = book_.style.text_size, .wrap = true}));
        ++row_;
    }

    const ReportBook& book_;
    Sheet& sheet_;
    const ReportTable& table_;
    std::vector<std::size_t> visible_;
    spreadsheet::TextMetrics metrics_;
    std::vector<std::uint32_t> widths_;  // pixels, of the visible columns
    std::uint32_t row_ = 0;              // the next
    TablePlace place_;
};

}  // namespace

TablePlace write_table_sheet(const ReportBook& book, Sheet& sheet, const ReportTable& table) {
    return TableWriter(book, sheet, table).write();
}

}  // namespace dutylist
