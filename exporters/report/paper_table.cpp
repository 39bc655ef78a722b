#include "exporters/report/paper_table.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "exporters/report/marked_text.h"
#include "exporters/report/paper_columns.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/templates/template_store.h"
#include "pipeline/text/utf8.h"

namespace dutylist {

using namespace typeset;
using booklet::PageBuilder;
using booklet::SetTable;

namespace {

constexpr std::size_t most_columns = 24;  // of one part
constexpr std::size_t many_columns = 11;  // from here on the text is set smaller
constexpr double title_size = 16;
constexpr double title_leading = 26;
constexpr double least_justified = 14;  // em: narrower columns are set ragged
constexpr double note_size = 9.5;
constexpr double note_leading = 14;
constexpr double note_gap = 4;
constexpr double between_tables = 22;    // pt, on one page
constexpr double least_beginning = 0.4;  // of a page, of a table that goes on

std::vector<TextMark> marks_of(std::string_view text, const std::vector<MarkedStretch>& stretches) {
    std::vector<TextMark> marks;
    for (const MarkedStretch& stretch : stretches) {
        const Decoration line =
            stretch.removed ? Decoration::strike_through : Decoration::underline;
        marks.push_back({text.substr(stretch.begin, stretch.end - stretch.begin),
                         color_from(stretch.color()), stretch.decorated ? line : Decoration::none});
    }
    return marks;
}

// Where a head is broken: before a bracket, else into lines about as long as each other, so that no
// character stands alone.
std::vector<std::string> head_lines(const std::string& head) {
    const std::size_t bracket = head.find("（");
    if (bracket != std::string::npos && bracket > 0) {
        return {head.substr(0, bracket), head.substr(bracket)};
    }
    const std::size_t characters = count_characters(head);
    const std::size_t lines = characters <= 3 ? 1 : characters <= 8 ? 2 : (characters + 3) / 4;
    std::vector<std::string> result(lines);
    std::size_t at = 0;
    for (const Decoded& decoded : Characters(head)) {
        result[at++ * lines / characters] += to_utf8(decoded.character);
    }
    return result;
}

}  // namespace

PaperTable::PaperTable(const Report& report, const ReportTable& table, const ReportTemplate& labels,
                       const booklet::BookletTemplate& settings, PageBuilder& builder,
                       PaperPlace& place, Diagnostics& diagnostics)
    : report_(report),
      table_(table),
      labels_(labels),
      settings_(settings),
      builder_(builder),
      place_(place),
      diagnostics_(diagnostics),
      style_(settings.lists[static_cast<std::size_t>(ListKind::cooperative)]) {
    const ReportTableLabel* label = labels.table(table.id);
    const std::size_t most = label ? label->paper_rows : 0;
    rows_ = most == 0 ? table.rows.size() : std::min(most, table.rows.size());
    style_.size = 9.5;
    style_.leading = 13;
    style_.padding_side = 3;
    style_.padding_above = 2;
}

void PaperTable::write() {
    const std::vector<std::size_t> visible = table_.visible_columns();
    if (visible.size() > many_columns) {
        style_.size = 8;
        style_.leading = 11;
        style_.padding_side = 1.6;
    }
    if (visible.size() <= most_columns) return write_columns(visible, true);
    for (std::size_t begin = 1; begin < visible.size(); begin += most_columns - 1) {
        std::vector<std::size_t> part{visible.front()};
        const std::size_t end = std::min(begin + most_columns - 1, visible.size());
        part.insert(part.end(), visible.begin() + static_cast<std::ptrdiff_t>(begin),
                    visible.begin() + static_cast<std::ptrdiff_t>(end));
        write_columns(part, begin == 1);
    }
}

void PaperTable::shape(const std::vector<std::size_t>& columns) {
    set_ = {};
    texts_.clear();
    for (const std::size_t c : columns) {
        std::vector<CellText>& cells = set_.cells.emplace_back();
        std::vector<std::vector<TextMark>>& marks = set_.marks.emplace_back();
        for (std::size_t r = 0; r < rows_; ++r) {
            const ReportRow& row = table_.rows[r];
            MarkedText text = marked_value(row.values[c], table_.columns[c].kind, labels_);
            texts_.push_back(std::move(text.text));
            marks.push_back(marks_of(texts_.back(), text.stretches));
            std::vector<MissingCharacter> missing;
            const FontRole role = row.kind == RowKind::data ? FontRole::table : FontRole::heading;
            cells.push_back(
                shape_text(builder_.shaper(), role, texts_.back(), settings_.lines, &missing));
            for (const MissingCharacter& one : missing) {
                if (!missing_.insert(one.character).second) continue;
                char code[16];
                std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(one.character));
                const std::string character = to_utf8(one.character);
                diagnostics_.add(Code::font_glyph_missing, {}, {character, code}, character);
            }
        }
    }
}

void PaperTable::find_widths(const std::vector<std::size_t>& columns) {
    std::vector<PaperColumn> wanted;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const ReportColumn& column = table_.columns[columns[i]];
        double head = 0;
        for (const std::string& line : head_lines(column.title)) {
            head = std::max(head, builder_.measure_word(FontRole::heading, line, 1));
        }
        wanted.push_back({set_.cells[i], head, column.kind != ColumnKind::text});
    }
    const auto count = static_cast<double>(columns.size());
    set_.width = builder_.area().width;
    const double available = (set_.width - 2 * style_.padding_side * count) / style_.size;
    const std::vector<double> widths = paper_column_widths(wanted, available);
    double sum = 0;
    for (const double width : widths) sum += width * style_.size;
    const double spare = (set_.width - sum) / count;
    double x = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        SetTable::Column column;
        column.x = x;
        column.text_width = widths[i] * style_.size;
        column.width = column.text_width + spare;
        column.text_x = x + spare / 2;
        column.alignment = Alignment::left;
        if (wanted[i].number) {
            // Numbers end below each other, the widest of them in the middle of the column.
            double widest = 0;
            for (const CellText& cell : set_.cells[i]) widest = std::max(widest, cell.widest());
            column.flush_right = (column.text_width + widest * style_.size) / 2;
        } else if (widths[i] >= least_justified) {
            column.alignment = Alignment::justify;
        }
        column.head = table_.columns[columns[i]].title;
        if (builder_.measure_word(FontRole::heading, column.head, 1) > widths[i] + 0.01) {
            std::string broken;
            for (const std::string& line : head_lines(column.head)) {
                broken += (broken.empty() ? "" : "\n") + line;
            }
            column.head = std::move(broken);
        }
        x += column.width;
        set_.columns.push_back(std::move(column));
    }
    // Beside texts of several lines a number stands at the first of them.
    const bool long_texts = std::any_of(
        set_.columns.begin(), set_.columns.end(),
        [](const SetTable::Column& column) { return column.alignment == Alignment::justify; });
    for (SetTable::Column& column : set_.columns) {
        column.middle = column.flush_right > 0 && !long_texts;
    }
}

void PaperTable::break_lines() {
    std::size_t head_lines = 1;
    for (const SetTable::Column& column : set_.columns) {
        const CellText head =
            shape_text(builder_.shaper(), FontRole::heading, column.head, settings_.lines);
        head_lines = std::max(head_lines, break_cell(head, column.text_width / style_.size,
                                                     Alignment::center, settings_.lines)
                                              .size());
    }
    set_.padding_above = style_.padding_above;
    set_.head_height = static_cast<double>(head_lines) * style_.leading + 2 * style_.padding_above;
    set_.rows.clear();
    for (std::size_t r = 0; r < rows_; ++r)
        set_.rows.push_back({static_cast<std::uint32_t>(r), false, {}});
    for (std::size_t c = 0; c < set_.columns.size(); ++c) {
        std::vector<CellLines>& lines = set_.lines.emplace_back();
        for (const CellText& cell : set_.cells[c]) {
            lines.push_back(break_cell(cell, set_.columns[c].text_width / style_.size,
                                       set_.columns[c].alignment, settings_.lines));
        }
    }
}

std::vector<RowShape> PaperTable::row_shapes() const {
    std::vector<RowShape> rows(rows_);
    for (std::size_t r = 0; r < rows_; ++r) {
        for (const auto& column : set_.lines) {
            CellShape cell;
            cell.lines = static_cast<std::uint32_t>(column[r].size());
            for (std::uint32_t i = 1; i < column[r].size(); ++i) {
                if (column[r][i].begins_block) cell.block_starts.push_back(i);
            }
            rows[r].cells.push_back(std::move(cell));
        }
    }
    return rows;
}

void PaperTable::open_page() {
    const std::string label = std::to_string(place_.next_page);
    builder_.add_page({true, place_.next_page++, label});
    place_.bottom = 0;
}

double PaperTable::room() const {
    const Rectangle& area = builder_.area();
    return area.y + area.height - (place_.bottom + between_tables);
}

double PaperTable::draw_title(bool first, double top, StructureIndex section) {
    const Rectangle& area = builder_.area();
    StructureIndex node = no_structure;
    if (first) {
        node = builder_.add_node(StructureRole::heading1, section);
        builder_.node(node).title = table_.title;
        builder_.add_destination("table-" + table_.id, area.x, top);
        builder_.add_bookmark(table_.title, "table-" + table_.id, 0, false);
    }
    const std::string text =
        first ? table_.title : table_.title + "（" + labels_.label("continued") + "）";
    return builder_.set_text(FontRole::heading, text, area.x, top, area.width, title_leading,
                             Alignment::center, {title_size, {}, node});
}

std::vector<std::string> PaperTable::notes() const {
    std::vector<std::string> notes;
    if (table_.rows.empty()) notes.push_back(empty_table_text(report_, table_, labels_));
    if (!table_.note.empty()) notes.push_back(table_.note);
    if (rows_ < table_.rows.size()) {
        notes.push_back(fill_placeholders(
            labels_.label("more-rows"),
            {{"0", std::to_string(table_.rows.size())}, {"1", std::to_string(rows_)}}));
    }
    return notes;
}

double PaperTable::note_height() const {
    double height = note_gap;
    for (const std::string& note : notes()) {
        const CellText text =
            shape_text(builder_.shaper(), FontRole::table, note, settings_.lines, nullptr);
        height += note_leading * estimate_lines(text, builder_.area().width / note_size);
    }
    return height;
}

void PaperTable::draw_notes(double top, StructureIndex section) {
    if (top + note_height() > builder_.area().y + builder_.area().height && !notes().empty()) {
        open_page();
        top = builder_.area().y;
    }
    top += note_gap;
    for (const std::string& note : notes()) {
        const StructureIndex node = builder_.add_node(StructureRole::paragraph, section);
        top +=
            builder_.set_text(FontRole::table, note, builder_.area().x, top, builder_.area().width,
                              note_leading, Alignment::justify, {note_size, {}, node});
    }
    place_.bottom = top;
}

void PaperTable::write_columns(const std::vector<std::size_t>& columns, bool first) {
    const bool page_is_open = place_.bottom > 0;
    if (!page_is_open) open_page();
    if (rows_ > 0) {
        shape(columns);
        find_widths(columns);
        break_lines();
    }
    TableMeasures measures;
    measures.leading = style_.leading;
    measures.padding = 2 * style_.padding_above;
    const double height = builder_.area().height;
    const double above_rows = title_leading + (rows_ > 0 ? set_.head_height : style_.leading);
    measures.other_pages = height - set_.head_height - style_.leading;
    measures.first_page = height - above_rows;
    std::vector<TablePage> pages = split_table(row_shapes(), measures);
    double top = builder_.area().y;
    if (page_is_open) {
        // Below the table before it: the whole table, or a good part of a long one.
        const double rest = room() - above_rows;
        const double needed = pages.size() > 1    ? height * least_beginning
                              : pages.size() == 1 ? pages.front().used + note_height()
                                                  : note_height();
        if (rest >= needed) {
            top = place_.bottom + between_tables;
            measures.first_page = rest;
            pages = split_table(row_shapes(), measures);
        } else {
            open_page();
        }
    }
    const StructureIndex section = builder_.add_node(StructureRole::section, PageBuilder::root);
    top += draw_title(first, top, section);
    if (rows_ == 0) return draw_notes(top, section);
    booklet::TableDrawing drawing(builder_, set_, style_, section);
    double y = top;
    for (std::size_t p = 0; p < pages.size(); ++p) {
        if (p != 0) {
            open_page();
            const Rectangle& area = builder_.area();
            const std::string& text = labels_.label("continued");
            const double width = builder_.measure_word(FontRole::table, text, style_.size);
            builder_.set_word(FontRole::table, text, area.x + area.width - width,
                              area.y + PageBuilder::baseline(style_.leading, style_.size),
                              {style_.size, {}, no_structure});
            top = area.y + style_.leading;
        }
        y = top + drawing.draw_head(top);
        y += drawing.draw_rows(pages[p], y, 0, [](std::uint32_t, double) {});
        drawing.close_box(top, y);
    }
    draw_notes(y, section);
}

}  // namespace dutylist
