#include "exporters/report/paper_table.h"

#include <algorithm>
#include <cstdio>

#include "exporters/typeset/column_widths.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/report/value_text.h"
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

}  // namespace

PaperTable::PaperTable(const Report& report, const ReportTable& table, const ReportTemplate& labels,
                       const booklet::BookletTemplate& settings, PageBuilder& builder,
                       int& next_page, Diagnostics& diagnostics)
    : report_(report),
      table_(table),
      labels_(labels),
      settings_(settings),
      builder_(builder),
      next_page_(next_page),
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
        for (std::size_t r = 0; r < rows_; ++r) {
            const ReportRow& row = table_.rows[r];
            texts_.push_back(value_text(row.values[c], table_.columns[c].kind, labels_));
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
    std::vector<ColumnBounds> bounds;
    for (const std::size_t c : columns) {
        const ReportColumn& column = table_.columns[c];
        if (column.kind == ColumnKind::text) {
            const double least = std::min(2 + column.width, 4.0);
            bounds.push_back({least, 60, column.width >= 3 ? Alignment::justify : Alignment::left});
        } else {
            bounds.push_back({2.5, 7, Alignment::center});
        }
    }
    const auto count = static_cast<double>(columns.size());
    set_.width = builder_.area().width;
    const double available = (set_.width - 2 * style_.padding_side * count) / style_.size;
    std::vector<double> widths =
        rows_ == 0 ? std::vector<double>()
                   : find_column_widths(set_.cells, bounds, available, settings_.lines);
    if (widths.empty()) widths.assign(columns.size(), available / count);
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
        column.alignment = bounds[i].alignment;
        column.middle = table_.columns[columns[i]].kind != ColumnKind::text;
        column.head = table_.columns[columns[i]].title;
        x += column.width;
        set_.columns.push_back(std::move(column));
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
    const std::string label = std::to_string(next_page_);
    builder_.add_page({true, next_page_++, label});
}

double PaperTable::draw_title(bool first, StructureIndex section) {
    const Rectangle& area = builder_.area();
    StructureIndex node = no_structure;
    if (first) {
        node = builder_.add_node(StructureRole::heading1, section);
        builder_.node(node).title = table_.title;
        builder_.add_destination("table-" + table_.id, area.x, area.y);
        builder_.add_bookmark(table_.title, "table-" + table_.id, 0, false);
    }
    const std::string text =
        first ? table_.title : table_.title + "（" + labels_.label("continued") + "）";
    return builder_.set_text(FontRole::heading, text, area.x, area.y, area.width, title_leading,
                             Alignment::center, {title_size, {}, node});
}

void PaperTable::draw_notes(double top) {
    std::vector<std::string> notes;
    if (table_.rows.empty()) notes.push_back(labels_.label("no-changes"));
    if (!table_.note.empty()) notes.push_back(table_.note);
    if (rows_ < table_.rows.size()) {
        notes.push_back(fill_placeholders(
            labels_.label("more-rows"),
            {{"0", std::to_string(table_.rows.size())}, {"1", std::to_string(rows_)}}));
    }
    for (const std::string& note : notes) {
        const Rectangle& area = builder_.area();
        if (top + 2 * style_.leading > area.y + area.height) {
            open_page();
            top = builder_.area().y;
        }
        const StructureIndex node = builder_.add_node(StructureRole::paragraph, PageBuilder::root);
        top += builder_.set_text(FontRole::table, note, builder_.area().x, top + 4,
                                 builder_.area().width, 14, Alignment::justify, {10, {}, node});
    }
}

void PaperTable::write_columns(const std::vector<std::size_t>& columns, bool first) {
    open_page();
    const StructureIndex section = builder_.add_node(StructureRole::section, PageBuilder::root);
    double top = builder_.area().y + draw_title(first, section);
    if (rows_ == 0) return draw_notes(top);
    shape(columns);
    find_widths(columns);
    break_lines();
    TableMeasures measures;
    measures.leading = style_.leading;
    measures.padding = 2 * style_.padding_above;
    const double height = builder_.area().height;
    measures.first_page = height - title_leading - set_.head_height;
    measures.other_pages = height - set_.head_height - style_.leading;
    const std::vector<TablePage> pages = split_table(row_shapes(), measures);
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
    draw_notes(y);
}

}  // namespace dutylist
