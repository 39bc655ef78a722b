#include "exporters/paged/table_section.h"

#include <algorithm>

namespace dutylist::paged {

using namespace typeset;

namespace {

// Whether the line after `line` begins a name: pages rather break there.
bool begins_name(const CellText& text, const CellLine& line) {
    return text.parts[line.part].paragraph.atoms[line.line.end - 1].type == BreakClass::closer;
}

CellShape cell_shape(const CellText& text, const CellLines& lines, bool names) {
    CellShape cell;
    cell.lines = static_cast<std::uint32_t>(lines.size());
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
        if (i != 0 && (lines[i].begins_block || (names && begins_name(text, lines[i - 1])))) {
            cell.block_starts.push_back(i);
        }
        if (text.parts[lines[i].part].heading && i + 1 < lines.size()) cell.headings.push_back(i);
    }
    return cell;
}

// 续表 at the right, above the repeated head.
double draw_continued(PageBuilder& builder, const TableStyle& style) {
    if (style.table_continued.empty()) return 0;
    const Rectangle& area = builder.area();
    const double width = builder.measure_word(FontRole::table, style.table_continued, style.size);
    builder.set_word(FontRole::table, style.table_continued, area.x + area.width - width,
                     area.y + PageBuilder::baseline(style.leading, style.size),
                     {style.size, {}, no_structure});
    return style.leading;
}

}  // namespace

void place_columns(SetTable& table, std::span<const double> widths, const TableStyle& style,
                   double width) {
    double sum = 0;
    for (const double text : widths) sum += text * style.size;
    table.width = width;
    const double spare = (width - sum) / static_cast<double>(widths.size());
    double x = 0;
    for (std::size_t c = 0; c < widths.size(); ++c) {
        SetTable::Column& column = table.columns[c];
        column.x = x;
        column.text_width = widths[c] * style.size;
        column.width = column.text_width + spare;
        column.text_x = x + spare / 2;
        x += column.width;
    }
}

void break_cells(SetTable& table, const TableStyle& style, PageBuilder& builder) {
    const LineRules& rules = builder.style().lines;
    std::size_t head_lines = 1;
    for (const SetTable::Column& column : table.columns) {
        const CellText head = shape_text(builder.shaper(), FontRole::heading, column.head, rules);
        head_lines = std::max(
            head_lines,
            break_cell(head, column.text_width / style.size, Alignment::center, rules).size());
    }
    table.padding_above = style.padding_above;
    table.head_height = static_cast<double>(head_lines) * style.leading + 2 * style.padding_above;
    table.lines.resize(table.columns.size());
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        table.lines[c].reserve(table.cells[c].size());
        for (const CellText& cell : table.cells[c]) {
            table.lines[c].push_back(break_cell(cell, table.columns[c].text_width / style.size,
                                                table.columns[c].alignment, rules));
        }
    }
}

std::vector<RowShape> row_shapes(const SetTable& table) {
    std::vector<RowShape> shapes;
    shapes.reserve(table.rows.size());
    for (const SetTable::Row& row : table.rows) {
        RowShape& shape = shapes.emplace_back();
        shape.heading = row.heading;
        if (row.heading) {
            shape.cells.push_back({1, {}, {}});
            continue;
        }
        for (std::size_t c = 0; c < table.lines.size(); ++c) {
            shape.cells.push_back(cell_shape(table.cells[c][row.item], table.lines[c][row.item],
                                             table.columns[c].names));
        }
    }
    return shapes;
}

TableMeasures table_measures(const SetTable& table, const TableStyle& style, double depth,
                             double above) {
    TableMeasures measures;
    measures.leading = style.leading;
    measures.padding = 2 * style.padding_above;
    measures.whole_lines = style.whole_lines;
    measures.first_page = depth - above - table.head_height;
    measures.other_pages = depth - table.head_height;
    if (!style.table_continued.empty()) measures.other_pages -= style.leading;
    return measures;
}

double draw_table(PageBuilder& builder, const SetTable& table, const TableStyle& style,
                  std::span<const TablePage> pages, const TableMeasures& measures, double top,
                  StructureIndex parent, const TableEvents& events) {
    TableDrawing drawing(builder, table, style, parent);
    double y = top;
    for (std::size_t p = 0; p < pages.size(); ++p) {
        if (p != 0) {
            events.open_page();
            top = builder.area().y + draw_continued(builder, style);
        }
        const double room = p == 0 ? measures.first_page : measures.other_pages;
        const double left = room - pages[p].used;
        const bool full = p + 1 < pages.size() && left <= style.fill;
        y = top + drawing.draw_head(top);
        y += drawing.draw_rows(pages[p], y, full ? left : 0, events.begins);
        drawing.close_box(top, y);
    }
    return y;
}

}  // namespace dutylist::paged
