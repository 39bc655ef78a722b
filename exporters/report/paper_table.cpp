#include "exporters/report/paper_table.h"

#include <algorithm>

#include "exporters/paged/many_columns.h"
#include "exporters/paged/missing_glyph.h"
#include "exporters/report/marked_text.h"
#include "pipeline/templates/template_store.h"
#include "pipeline/text/utf8.h"

namespace dutylist {

using namespace typeset;
using paged::ManyColumn;
using paged::PageBuilder;
using paged::SetTable;

namespace {

std::vector<TextMark> marks_of(std::string_view text, const std::vector<MarkedStretch>& stretches,
                               const ChangeColors& colors) {
    std::vector<TextMark> marks;
    for (const MarkedStretch& stretch : stretches) {
        const Decoration line =
            stretch.removed ? Decoration::strike_through : Decoration::underline;
        marks.push_back({text.substr(stretch.begin, stretch.end - stretch.begin),
                         color_from(stretch.color(colors)),
                         stretch.decorated ? line : Decoration::none});
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
                       const ReportPagesStyle& style, PageBuilder& builder, PaperPlace& place,
                       Diagnostics& diagnostics)
    : report_(report),
      table_(table),
      labels_(labels),
      style_(style),
      builder_(builder),
      place_(place),
      diagnostics_(diagnostics),
      table_style_(style.pages.table) {
    const ReportTableLabel* label = labels.table(table.id);
    const std::size_t most = label ? label->paper_rows : 0;
    rows_ = most == 0 ? table.rows.size() : std::min(most, table.rows.size());
}

void PaperTable::write() {
    const std::vector<std::size_t> visible = table_.visible_columns();
    if (visible.size() > style_.many_columns) table_style_ = style_.wide_table;
    table_style_.table_continued = labels_.label("continued");
    const std::size_t most_columns = style_.most_columns;
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
            marks.push_back(marks_of(texts_.back(), text.stretches, style_.changes));
            std::vector<MissingCharacter> missing;
            const FontRole role = row.kind == RowKind::data ? FontRole::table : FontRole::heading;
            cells.push_back(
                shape_text(builder_.shaper(), role, texts_.back(), style_.pages.lines, &missing));
            for (const MissingCharacter& one : missing) {
                if (!missing_.insert(one.character).second) continue;
                diagnostics_.add(paged::missing_glyph(one.character, {}));
            }
        }
    }
}

void PaperTable::find_widths(const std::vector<std::size_t>& columns) {
    std::vector<ManyColumn> wanted;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const ReportColumn& column = table_.columns[columns[i]];
        double head = 0;
        for (const std::string& line : head_lines(column.title)) {
            head = std::max(head, builder_.measure_word(FontRole::heading, line, 1));
        }
        wanted.push_back({set_.cells[i], head, column.kind != ColumnKind::text});
    }
    const auto count = static_cast<double>(columns.size());
    const double available =
        (builder_.area().width - 2 * table_style_.padding_side * count) / table_style_.size;
    const std::vector<double> widths =
        paged::widths_of_many_columns(wanted, available, style_.pages.many_columns);
    set_.columns.resize(columns.size());
    paged::place_columns(set_, widths, table_style_, builder_.area().width);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        SetTable::Column& column = set_.columns[i];
        column.alignment = Alignment::left;
        if (wanted[i].number) {
            // Numbers end below each other, the widest of them in the middle of the column.
            double widest = 0;
            for (const CellText& cell : set_.cells[i]) widest = std::max(widest, cell.widest());
            column.flush_right = (column.text_width + widest * table_style_.size) / 2;
        } else if (widths[i] >= style_.least_justified) {
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
    }
    // Beside texts of several lines a number stands at the first of them.
    const bool long_texts = std::any_of(
        set_.columns.begin(), set_.columns.end(),
        [](const SetTable::Column& column) { return column.alignment == Alignment::justify; });
    for (SetTable::Column& column : set_.columns) {
        column.middle = column.flush_right > 0 && !long_texts;
    }
}

void PaperTable::open_page() {
    const std::string label = std::to_string(place_.next_page);
    builder_.add_page({true, place_.next_page++, label});
    place_.bottom = 0;
}

double PaperTable::room() const {
    const Rectangle& area = builder_.area();
    return area.y + area.height - (place_.bottom + style_.between_tables);
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
    return builder_.set_text(FontRole::heading, text, area.x, top, area.width,
                             style_.table_title.leading, Alignment::center,
                             {style_.table_title.size, {}, node});
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
    double height = style_.note_gap;
    for (const std::string& note : notes()) {
        const CellText text =
            shape_text(builder_.shaper(), FontRole::table, note, style_.pages.lines, nullptr);
        height +=
            style_.note.leading * estimate_lines(text, builder_.area().width / style_.note.size);
    }
    return height;
}

void PaperTable::draw_notes(double top, StructureIndex section) {
    if (top + note_height() > builder_.area().y + builder_.area().height && !notes().empty()) {
        open_page();
        top = builder_.area().y;
    }
    top += style_.note_gap;
    for (const std::string& note : notes()) {
        const StructureIndex node = builder_.add_node(StructureRole::paragraph, section);
        top += builder_.set_text(FontRole::table, note, builder_.area().x, top,
                                 builder_.area().width, style_.note.leading, Alignment::justify,
                                 {style_.note.size, {}, node});
    }
    place_.bottom = top;
}

void PaperTable::write_columns(const std::vector<std::size_t>& columns, bool first) {
    const bool page_is_open = place_.bottom > 0;
    if (!page_is_open) open_page();
    if (rows_ > 0) {
        shape(columns);
        find_widths(columns);
        set_.rows.clear();
        for (std::uint32_t r = 0; r < rows_; ++r) set_.rows.push_back({r, false, {}});
        paged::break_cells(set_, table_style_, builder_);
    }
    const double height = builder_.area().height;
    const double title = style_.table_title.leading;
    TableMeasures measures = paged::table_measures(set_, table_style_, height, title);
    const double above_rows = title + (rows_ > 0 ? set_.head_height : table_style_.leading);
    const std::vector<RowShape> rows = row_shapes(set_);
    std::vector<TablePage> pages = split_table(rows, measures);
    double top = builder_.area().y;
    if (page_is_open) {
        // Below the table before it: the whole table, or a good part of a long one.
        const double rest = room() - above_rows;
        const double needed = pages.size() > 1    ? height * style_.least_beginning
                              : pages.size() == 1 ? pages.front().used + note_height()
                                                  : note_height();
        if (rest >= needed) {
            top = place_.bottom + style_.between_tables;
            measures.first_page = rest;
            pages = split_table(rows, measures);
        } else {
            open_page();
        }
    }
    const StructureIndex section = builder_.add_node(StructureRole::section, PageBuilder::root);
    top += draw_title(first, top, section);
    if (rows_ == 0) return draw_notes(top, section);
    const double y = paged::draw_table(builder_, set_, table_style_, pages, measures, top, section,
                                       {[this] { open_page(); }});
    draw_notes(y, section);
}

}  // namespace dutylist
