#include "exporters/report/report_workbook.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "exporters/report/marked_text.h"
#include "exporters/report/sheet_rows.h"
#include "exporters/spreadsheet/workbook_check.h"
#include "exporters/spreadsheet/workbook_writer.h"
#include "pipeline/report/chart_data.h"
#include "pipeline/report/value_text.h"

namespace dutylist {
namespace {

using spreadsheet::CellFormat;
using spreadsheet::CellRange;
using spreadsheet::Format;
using spreadsheet::Horizontal;
using spreadsheet::Sheet;
using spreadsheet::Vertical;
using spreadsheet::Workbook;

constexpr double text_size = 10;
constexpr std::uint32_t number_pixels = 68;   // a column of numbers
constexpr std::uint32_t text_pixels = 46;     // of each unit of a text column's width
constexpr std::uint32_t chart_width = 620;    // an upright page shows 640 at full size
constexpr std::uint32_t pixels_per_row = 20;  // of the sheet of charts: Excel's own height
constexpr std::uint32_t rows_per_page = 47;
constexpr std::uint32_t page_pixels = 970;  // what a landscape page shows at full size

// Where a table's cells lie in the workbook.
struct TablePlace {
    std::string sheet;
    std::uint32_t first_row = 0;            // of the rows
    std::vector<std::uint32_t> sheet_rows;  // of each row of the table
    std::map<std::string, std::uint16_t> columns;
};

std::string column_letters(std::uint16_t column) {
    std::string letters;
    for (unsigned n = column + 1u; n > 0; n = (n - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
    }
    return letters;
}

class ReportBook {
public:
    ReportBook(const Report& report, const ReportTemplate& labels, std::int64_t timestamp,
               Sink& sink)
        : report_(report),
          labels_(labels),
          book_(sink, {.timestamp = timestamp,
                       .title = report.title,
                       .subject = report.scope + " " + report.period.chinese()}) {}

    void write() {
        // The narrative comes first but refers to the tables: places are planned before.
        std::vector<std::string> taken;
        const bool has_summary = !report_.narrative.empty();
        if (has_summary) summary_ = &book_.add_sheet(labels_.label("narrative"));
        for (const ReportTable& table : report_.tables) {
            Sheet& sheet = book_.add_sheet(table.title);
            write_table(sheet, table);
        }
        if (summary_) write_summary(*summary_);
        if (!report_.charts.empty()) write_charts(book_.add_sheet(labels_.label("charts")));
        book_.close();
    }

private:
    CellFormat body_settings(const Value& value, ColumnKind kind, RowKind row) {
        CellFormat format{.size = text_size, .wrap = true, .border = true};
        format.bold = row != RowKind::data;
        if (row == RowKind::total) format.background = labels_.looks().total_background;
        if (row == RowKind::subtotal) format.background = labels_.looks().subtotal_background;
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

    Format body(const Value& value, ColumnKind kind, RowKind row) {
        return book_.format(body_settings(value, kind, row));
    }

    // The bytes [begin, end) of a text with what was removed and added in it.
    void write_marked(Sheet& sheet, std::uint32_t row, std::uint16_t column, const MarkedText& text,
                      std::size_t begin, std::size_t end, const CellFormat& settings) {
        const Format plain = book_.format(settings);
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
            marked.color = stretch.color();
            marked.strike_through = stretch.decorated && stretch.removed;
            marked.underline = stretch.decorated && !stretch.removed;
            add(stretch.end, book_.format(marked));
        }
        add(end, plain);
        sheet.rich_text(row, column, stretches, plain);
    }

    void write_value(Sheet& sheet, std::uint32_t row, std::uint16_t column, const Value& value,
                     ColumnKind kind, RowKind row_kind) {
        const Format format = body(value, kind, row_kind);
        if (const auto* count = std::get_if<std::int64_t>(&value)) {
            sheet.number(row, column, static_cast<double>(*count), format);
        } else if (const auto* number = std::get_if<double>(&value)) {
            sheet.number(row, column, *number, format);
        } else {
            sheet.text(row, column, value_text(value, kind, labels_), format);
        }
    }

    void write_table(Sheet& sheet, const ReportTable& table) {
        const std::vector<std::size_t> visible = table.visible_columns();
        std::vector<std::uint32_t> widths;
        std::uint32_t all = 0;
        for (const std::size_t c : visible) {
            const ReportColumn& column = table.columns[c];
            const bool text = column.kind == ColumnKind::text;
            widths.push_back(
                text ? static_cast<std::uint32_t>(std::lround(column.width * text_pixels) + 12)
                     : number_pixels);
            all += widths.back();
        }
        TablePlace place;
        place.sheet = sheet.name();
        for (std::size_t i = 0; i < visible.size(); ++i) {
            const auto column = static_cast<std::uint16_t>(i);
            sheet.column_width(column, column, widths[i]);
            place.columns[table.columns[visible[i]].id] = column;
        }
        const auto last_column = static_cast<std::uint16_t>(visible.size() - 1);
        std::uint32_t row = 0;
        sheet.row_height(row, 30);
        const Format title = book_.format({.font = labels_.looks().heading_font,
                                           .size = 14,
                                           .bold = true,
                                           .horizontal = Horizontal::center});
        if (last_column > 0) {
            sheet.merged({row, 0, row, last_column}, table.title, title);
        } else {
            sheet.text(row, 0, table.title, title);
        }
        ++row;
        const std::uint32_t head_row = row;
        std::vector<std::string> heads;
        for (const std::size_t c : visible) heads.push_back(table.columns[c].title);
        sheet.row_height(row, height_of(heads, widths, text_size));
        const Format head = book_.format({.font = labels_.looks().heading_font,
                                          .size = text_size,
                                          .background = labels_.looks().head_background,
                                          .horizontal = Horizontal::center,
                                          .wrap = true,
                                          .border = true});
        for (std::size_t i = 0; i < heads.size(); ++i) {
            sheet.text(row, static_cast<std::uint16_t>(i), heads[i], head);
        }
        ++row;
        place.first_row = row;
        for (const ReportRow& line : table.rows) {
            place.sheet_rows.push_back(row);
            row = write_row(sheet, row, table, visible, widths, line);
        }
        if (row > place.first_row) {
            sheet.autofilter({head_row, 0, row - 1, last_column});
        }
        sheet.freeze(head_row + 1, 0);
        sheet.repeat_rows(head_row, head_row);
        if (table.rows.empty()) {
            row = write_note(sheet, row, last_column, widths,
                             empty_table_text(report_, table, labels_));
        }
        if (!table.note.empty()) row = write_note(sheet, row, last_column, widths, table.note);
        print(sheet, all > page_pixels * 3 / 5, all > page_pixels * 2 / 5);
        places_[table.id] = std::move(place);
    }

    // A row that would be higher than Excel allows continues in rows below it.
    std::uint32_t write_row(Sheet& sheet, std::uint32_t row, const ReportTable& table,
                            const std::vector<std::size_t>& visible,
                            const std::vector<std::uint32_t>& widths, const ReportRow& line) {
        std::vector<MarkedText> texts;
        std::vector<std::vector<std::string>> pieces;
        std::size_t parts = 1;
        for (std::size_t i = 0; i < visible.size(); ++i) {
            texts.push_back(
                marked_value(line.values[visible[i]], table.columns[visible[i]].kind, labels_));
            pieces.push_back(cut_to_height(texts.back().text, widths[i], text_size));
            parts = std::max(parts, pieces.back().size());
        }
        std::vector<std::size_t> done(visible.size(), 0);  // bytes of each text
        for (std::size_t part = 0; part < parts; ++part, ++row) {
            std::vector<std::string> shown;
            for (const auto& one : pieces) {
                shown.push_back(part < one.size() ? one[part] : std::string());
            }
            std::vector<std::string> wrapping = shown;  // numbers do not
            for (std::size_t i = 0; i < visible.size(); ++i) {
                if (table.columns[visible[i]].kind != ColumnKind::text) wrapping[i].clear();
            }
            sheet.row_height(row, height_of(wrapping, widths, text_size));
            for (std::size_t i = 0; i < visible.size(); ++i) {
                const auto column = static_cast<std::uint16_t>(i);
                const ColumnKind kind = table.columns[visible[i]].kind;
                const Value& value = line.values[visible[i]];
                const CellFormat settings = body_settings(value, kind, line.kind);
                const std::size_t begin = done[i];
                done[i] += shown[i].size();
                if (!texts[i].stretches.empty()) {
                    write_marked(sheet, row, column, texts[i], begin, done[i], settings);
                } else if (kind == ColumnKind::text) {
                    sheet.text(row, column, shown[i], book_.format(settings));
                } else if (part == 0) {
                    write_value(sheet, row, column, value, kind, line.kind);
                } else {
                    sheet.blank(row, column, book_.format(settings));
                }
            }
        }
        return row;
    }

    std::uint32_t write_note(Sheet& sheet, std::uint32_t row, std::uint16_t last_column,
                             const std::vector<std::uint32_t>& widths, const std::string& text) {
        std::uint32_t all = 0;
        for (const std::uint32_t width : widths) all += width;
        sheet.row_height(row, height_of({text}, {all}, text_size));
        const Format note = book_.format({.size = text_size, .wrap = true});
        if (last_column > 0) {
            sheet.merged({row, 0, row, last_column}, text, note);
        } else {
            sheet.text(row, 0, text, note);
        }
        return row + 1;
    }

    void print(Sheet& sheet, bool landscape, bool fit = true) {
        spreadsheet::PrintSetup setup;
        setup.landscape = landscape;
        setup.fit_to_width = fit;
        setup.header.left = report_.scope;
        setup.header.right = report_.period.chinese();
        setup.footer.center = labels_.label("page-footer");
        sheet.print(setup);
    }

    // Everything but the tables; places_ is filled.
    void write_summary(Sheet& sheet) {
        constexpr std::uint16_t last = 3;
        const std::vector<std::uint32_t> widths{50, 320, 90, 290};
        for (std::uint16_t c = 0; c <= last; ++c) sheet.column_width(c, c, widths[c]);
        std::uint32_t row = 0;
        const auto line = [&](const std::string& text, const CellFormat& settings, double least) {
            CellFormat format = settings;
            format.wrap = true;
            sheet.row_height(row, std::max(least, height_of({text}, {750}, settings.size)));
            sheet.merged({row, 0, row, last}, text, book_.format(format));
            ++row;
        };
        line(report_.title,
             {.font = labels_.looks().heading_font, .size = 18, .horizontal = Horizontal::center},
             34);
        for (const auto& [label, value] : report_.furniture.head) {
            line(label + "：" + (value.empty() ? "　　　　　　　　" : value),
                 {.size = text_size, .horizontal = Horizontal::right}, 16);
        }
        std::string unit;
        for (const auto& [label, value] : report_.furniture.unit) {
            unit += (unit.empty() ? "" : "　　　　") + label + "：" + value;
        }
        if (!unit.empty()) line(unit, {.size = text_size}, 18);
        const CellFormat paragraph{.size = 12, .vertical = Vertical::top};
        for (const ReportSentence& sentence : report_.narrative) {
            line("　　" + sentence.text, paragraph, 18);
        }
        if (report_.furniture.foot.empty() && report_.legend.empty()) {
            print(sheet, false);
            return;
        }
        ++row;
        line(labels_.label("legend"), {.font = labels_.looks().heading_font, .size = 12}, 18);
        for (const std::string& text : report_.legend) line(text, {.size = text_size}, 15);
        ++row;
        std::string foot;
        for (const auto& [label, value] : report_.furniture.foot) {
            foot +=
                (foot.empty() ? "" : "　") + label + "：" + (value.empty() ? "　　　　" : value);
        }
        line(foot, {.size = text_size}, 24);
        ++row;
        write_sources(sheet, row);
        print(sheet, false);
    }

    void write_sources(Sheet& sheet, std::uint32_t row) {
        const Format head =
            book_.format({.font = labels_.looks().heading_font, .size = text_size, .border = true});
        const Format cell = book_.format({.size = text_size, .wrap = true, .border = true});
        const Format link = book_.format(
            {.size = text_size, .color = labels_.looks().link_color, .wrap = true, .border = true});
        const std::string heads[] = {"", labels_.label("sources"), labels_.label("number"),
                                     labels_.label("cell")};
        sheet.row_height(row, 16);
        for (std::uint16_t c = 0; c < 4; ++c) sheet.text(row, c, heads[c], head);
        ++row;
        std::uint32_t count = 0;
        for (const ReportSentence& sentence : report_.narrative) {
            for (const NarratedFigure& reference : sentence.references) {
                const auto place = places_.find(reference.table);
                const ReportTable* table = report_.table(reference.table);
                if (place == places_.end() || !table) continue;
                const auto column = place->second.columns.find(reference.column);
                const ReportRow* found = table->row(reference.row);
                if (column == place->second.columns.end() || !found) continue;
                const std::uint32_t target =
                    place->second.sheet_rows[static_cast<std::size_t>(found - table->rows.data())];
                const std::string around = surroundings(sentence.text, reference);
                const std::string address = place->second.sheet + "!" +
                                            column_letters(column->second) +
                                            std::to_string(target + 1);
                sheet.row_height(row, height_of({around, address}, {320, 290}, text_size));
                sheet.number(row, 0, ++count, cell);
                sheet.text(row, 1, around, cell);
                sheet.text(row, 2,
                           sentence.text.substr(reference.begin, reference.end - reference.begin),
                           cell);
                sheet.link(row, 3, place->second.sheet,
                           {target, column->second, target, column->second}, address, link);
                ++row;
            }
        }
    }

    // The part of a sentence between two commas in which the number stands. A bracket bounds it
    // only where the number stands inside (乡镇（街道）3个 is one part).
    static std::string surroundings(const std::string& text, const NarratedFigure& reference) {
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

    void write_charts(Sheet& sheet) {
        sheet.hide_gridlines();
        std::vector<std::uint32_t> page_begins;
        std::uint32_t page_begin = 0;
        std::uint32_t row = 0;
        for (const ReportChart& chart : report_.charts) {
            const ReportTable* table = report_.table(chart.table);
            const auto place = places_.find(chart.table);
            if (!table || place == places_.end()) continue;
            const std::vector<std::size_t> rows = chart_rows(*table, chart);
            const auto label = place->second.columns.find(chart.label);
            if (rows.empty() || label == place->second.columns.end()) continue;
            const std::uint32_t first = place->second.sheet_rows[rows.front()];
            const std::uint32_t last = place->second.sheet_rows[rows.back()];
            spreadsheet::Chart native;
            native.kind = chart.kind == "line"          ? spreadsheet::ChartKind::line
                          : chart.kind == "bar"         ? spreadsheet::ChartKind::bar
                          : chart.kind == "bar-stacked" ? spreadsheet::ChartKind::bar_stacked
                                                        : spreadsheet::ChartKind::column;
            native.title = chart.title;
            native.first_category_on_top = chart.kind.starts_with("bar");
            native.width_pixels = chart_width;
            native.height_pixels = chart.kind.starts_with("bar")
                                       ? static_cast<std::uint32_t>(100 + 20 * rows.size())
                                       : 240;
            native.description = chart.title;
            const std::vector<std::uint32_t>& colors = labels_.looks().series_colors;
            std::size_t color = 0;
            for (const std::string& id : chart.values) {
                const auto column = place->second.columns.find(id);
                const auto index = table->column(id);
                if (column == place->second.columns.end() || !index) continue;
                native.series.push_back(
                    {.name = table->columns[*index].title,
                     .sheet = place->second.sheet,
                     .categories = {first, label->second, last, label->second},
                     .values = {first, column->second, last, column->second},
                     .color = colors[color++ % colors.size()],
                     .labels = chart.values.size() == 1 || chart.kind == "column"});
            }
            if (native.series.empty()) continue;
            // Items are whole: no grid line at a half.
            if (most_of(*table, chart, rows) <= 5) native.value_step = 1;
            if (native.series.size() == 1) native.legend = spreadsheet::LegendPosition::none;
            // A chart is not cut by the end of a page.
            const std::uint32_t height = native.height_pixels / pixels_per_row + 1;
            if (row > page_begin && row + height - 1 > page_begin + rows_per_page) {
                page_begins.push_back(row);
                page_begin = row;
            }
            sheet.insert_chart(row, 0, native);
            row += height;
        }
        sheet.page_breaks(page_begins);
        print(sheet, false, false);  // programs that fit pages pass over page breaks
    }

    static std::int64_t most_of(const ReportTable& table, const ReportChart& chart,
                                const std::vector<std::size_t>& rows) {
        std::int64_t most = 0;
        for (const std::size_t row : rows) {
            std::int64_t sum = 0;
            for (const std::string& id : chart.values) {
                const auto column = table.column(id);
                if (column) sum += count_of(table.rows[row].values[*column]).value_or(0);
            }
            most = std::max(most, sum);
        }
        return most;
    }

    const Report& report_;
    const ReportTemplate& labels_;
    Workbook book_;
    Sheet* summary_ = nullptr;
    std::map<std::string, TablePlace> places_;
};

}  // namespace

void write_report_workbook(const Report& report, const ReportTemplate& labels,
                           std::int64_t timestamp, Sink& sink) {
    ReportBook(report, labels, timestamp, sink).write();
}

void verify_report_workbook(const Report& report, const WrittenBytes& bytes) {
    // Rows and cells were counted when the writer closed the file.
    spreadsheet::check_workbook_parts(bytes, report.tables.size());
}

}  // namespace dutylist
