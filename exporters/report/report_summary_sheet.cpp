#include "exporters/report/report_summary_sheet.h"

#include <algorithm>
#include <numeric>

#include "exporters/report/sheet_rows.h"

namespace dutylist {
namespace {

using spreadsheet::CellFormat;
using spreadsheet::Format;
using spreadsheet::Horizontal;
using spreadsheet::Sheet;
using spreadsheet::Vertical;

// The part of a sentence between two commas in which the number stands. A bracket bounds it
// only where the number stands inside (乡镇（街道）3个 is one part).
std::string surroundings(const std::string& text, const NarratedFigure& reference) {
    std::size_t begin = 0;
    const auto before = [&](const char* mark) {
        const std::size_t at = text.rfind(mark, reference.begin);
        return at == std::string::npos ? 0 : at + std::string_view(mark).size();
    };
    for (const char* mark : {"，", "；", "。"}) begin = std::max(begin, before(mark));
    if (before("（") > before("）")) begin = std::max(begin, before("（"));
    std::size_t end = text.size();
    for (const char* mark : {"，", "；", "。", "（", "）"}) {
        end = std::min(end, text.find(mark, reference.end));
    }
    return text.substr(begin, end - begin);
}

class SummaryWriter {
public:
    SummaryWriter(const ReportBook& book, Sheet& sheet, const TablePlaces& places)
        : book_(book),
          sheet_(sheet),
          places_(places),
          style_(book.style.summary),
          last_(style_.widths.size() - 1) {}

    void write() {
        for (std::size_t c = 0; c <= last_; ++c) sheet_.column_width(c, c, style_.widths[c]);
        write_head();
        const CellFormat paragraph{.size = style_.paragraph_size, .vertical = Vertical::top};
        for (const ReportSentence& sentence : book_.report.narrative) {
            line("　　" + sentence.text, paragraph, style_.paragraph_height);
        }
        if (!book_.report.furniture.foot.empty() || !book_.report.legend.empty()) {
            write_end();
            ++row_;
            write_sources();
        }
        set_up_page(book_, sheet_, false, true);
    }

private:
    // A text across all columns, in a row that is at least so high.
    void line(const std::string& text, CellFormat format, double least) {
        format.wrap = true;
        const std::uint32_t width =
            std::accumulate(style_.widths.begin(), style_.widths.end(), std::uint32_t{0});
        sheet_.row_height(row_,
                          std::max(least, height_of({text}, {width}, book_.metrics(format.size))));
        write_across(sheet_, row_, last_, text, book_.book.format(format));
        ++row_;
    }

    CellFormat plain() const { return {.size = book_.style.text_size}; }
    CellFormat heading(double size) const {
        return {.font = book_.style.heading_font, .size = size};
    }

    void write_head() {
        CellFormat title = heading(style_.title_size);
        title.horizontal = Horizontal::center;
        line(book_.report.title, title, style_.title_height);
        CellFormat field = plain();
        field.horizontal = Horizontal::right;
        for (const auto& [label, value] : book_.report.furniture.head) {
            line(label + "：" + (value.empty() ? "　　　　　　　　" : value), field,
                 style_.field_height);
        }
        std::string unit;
        for (const auto& [label, value] : book_.report.furniture.unit) {
            unit += (unit.empty() ? "" : "　　　　") + label + "：" + value;
        }
        if (!unit.empty()) line(unit, plain(), style_.unit_height);
    }

    void write_end() {
        ++row_;
        line(book_.labels.label("legend"), heading(style_.legend_size), style_.legend_height);
        for (const std::string& text : book_.report.legend) {
            line(text, plain(), style_.line_height);
        }
        ++row_;
        std::string foot;
        for (const auto& [label, value] : book_.report.furniture.foot) {
            foot +=
                (foot.empty() ? "" : "　") + label + "：" + (value.empty() ? "　　　　" : value);
        }
        line(foot, plain(), style_.foot_height);
    }

    void write_sources() {
        CellFormat settings = heading(book_.style.text_size);
        settings.border = true;
        const Format head = book_.book.format(settings);
        const std::string heads[] = {"", book_.labels.label("sources"),
                                     book_.labels.label("number"), book_.labels.label("cell")};
        sheet_.row_height(row_, style_.source_height);
        for (std::size_t c = 0; c < std::size(heads); ++c) sheet_.text(row_, c, heads[c], head);
        ++row_;
        for (const ReportSentence& sentence : book_.report.narrative) {
            for (const NarratedFigure& reference : sentence.references) {
                write_source(sentence, reference);
            }
        }
    }

    void write_source(const ReportSentence& sentence, const NarratedFigure& reference) {
        const auto place = places_.find(reference.table);
        const ReportTable* table = book_.report.table(reference.table);
        if (place == places_.end() || !table) return;
        const auto column = place->second.columns.find(reference.column);
        const ReportRow* found = table->row(reference.row);
        if (column == place->second.columns.end() || !found) return;
        const std::uint32_t target =
            place->second.rows[static_cast<std::size_t>(found - table->rows.data())];
        const std::string around = surroundings(sentence.text, reference);
        std::string address = Sheet::cell_name(target, column->second).substr(1);
        address.insert(0, place->second.sheet + "!");
        CellFormat settings = plain();
        settings.wrap = settings.border = true;
        const Format cell = book_.book.format(settings);
        settings.color = book_.style.link_color;
        const Format link = book_.book.format(settings);
        sheet_.row_height(row_, height_of({around, address}, {style_.widths[1], style_.widths[3]},
                                          book_.metrics(book_.style.text_size)));
        sheet_.number(row_, 0, ++sources_, cell);
        sheet_.text(row_, 1, around, cell);
        sheet_.text(row_, 2, sentence.text.substr(reference.begin, reference.end - reference.begin),
                    cell);
        sheet_.link(row_, 3, place->second.sheet, {target, column->second, target, column->second},
                    address, link);
        ++row_;
    }

    const ReportBook& book_;
    Sheet& sheet_;
    const TablePlaces& places_;
    const ReportSheetStyle::Summary& style_;
    std::size_t last_;       // column
    std::uint32_t row_ = 0;  // the next
    std::uint32_t sources_ = 0;
};

}  // namespace

void write_summary_sheet(const ReportBook& book, Sheet& sheet, const TablePlaces& places) {
    SummaryWriter(book, sheet, places).write();
}

}  // namespace dutylist
