#include "exporters/paged/table_drawing.h"

#include <algorithm>

namespace dutylist::paged {

using namespace typeset;

TableDrawing::TableDrawing(PageBuilder& builder, const SetTable& table, const TableStyle& style,
                           StructureIndex parent)
    : builder_(builder), table_(table), style_(style) {
    node_ = builder_.add_node(StructureRole::table, parent);
}

double TableDrawing::line_x(std::size_t column, const Line& line, double size) const {
    const SetTable::Column& c = table_.columns[column];
    double x = left_ + c.text_x;
    if (c.flush_right > 0) return x + c.flush_right - set_width(line, size);
    if (c.alignment == Alignment::center) {
        x += (c.text_width - set_width(line, size)) / 2 - line.indent * size;
    }
    return x;
}

double TableDrawing::draw_head(double top) {
    left_ = builder_.area().x + (builder_.area().width - table_.width) / 2;
    StructureIndex row = no_structure;
    if (!head_drawn_) {
        const StructureIndex head = builder_.add_node(StructureRole::table_head, node_);
        row = builder_.add_node(StructureRole::row, head);
    }
    for (const SetTable::Column& column : table_.columns) {
        TextStyle style{style_.size, {}, no_structure};
        if (!head_drawn_) {
            style.structure = builder_.add_node(StructureRole::header_cell, row);
            builder_.node(style.structure).scope = StructureNode::Scope::column;
        }
        const CellText shaped =
            shape_text(builder_.shaper(), FontRole::heading, column.head, builder_.style().lines);
        const CellLines lines = break_cell(shaped, column.text_width / style_.size,
                                           Alignment::center, builder_.style().lines);
        const double height = static_cast<double>(lines.size()) * style_.leading;
        double y = top + (table_.head_height - height) / 2;
        for (const CellLine& line : lines) {
            const CellText::Part& part = shaped.parts[line.part];
            const double x = left_ + column.text_x +
                             (column.text_width - set_width(line.line, style_.size)) / 2 -
                             line.line.indent * style_.size;
            set_line(part.paragraph, part.text, line.line,
                     {x, y + PageBuilder::baseline(style_.leading, style_.size)}, style,
                     builder_.layer());
            y += style_.leading;
        }
    }
    if (!head_drawn_) body_ = builder_.add_node(StructureRole::table_body, node_);
    head_drawn_ = true;
    row_rules_.push_back(top + table_.head_height);
    return table_.head_height;
}

void TableDrawing::open_row(std::uint32_t item) {
    const StructureIndex row = builder_.add_node(StructureRole::row, body_);
    cell_nodes_.clear();
    part_nodes_.assign(table_.columns.size(), {});
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
        const StructureIndex cell = builder_.add_node(StructureRole::data_cell, row);
        cell_nodes_.push_back(cell);
        const CellText& text = table_.cells[c][item];
        for (std::size_t i = 0; i < text.parts.size(); ++i) {
            part_nodes_[c].push_back(
                text.parts.size() == 1 ? cell : builder_.add_node(StructureRole::paragraph, cell));
        }
    }
}

double TableDrawing::draw_rows(const TablePage& page, double top, double extra,
                               const std::function<void(std::uint32_t, double)>& begins) {
    double y = top;
    double heading_top = -1;
    const double share = page.parts.empty() ? 0 : extra / static_cast<double>(page.parts.size());
    for (const RowPart& part : page.parts) {
        const SetTable::Row& row = table_.rows[part.row];
        const double height = part.height + share;
        if (row.heading) {
            draw_heading(row.text, y, height);
            heading_top = y;
        } else {
            if (part.first) {
                open_row(row.item);
                begins(row.item, heading_top >= 0 ? heading_top : y);
            }
            heading_top = -1;
            draw_part(part, y, height);
        }
        y += height;
        row_rules_.push_back(y);
    }
    return y - top;
}

// A category's name across the table. Every row says its category, so this is furniture.
void TableDrawing::draw_heading(const std::string& text, double top, double height) {
    builder_.set_text(FontRole::heading, text, left_ + style_.padding_side,
                      top + (height - style_.leading) / 2, table_.width - 2 * style_.padding_side,
                      style_.leading, Alignment::left, {style_.size, {}, no_structure});
    spans_.emplace_back(top, top + height);
}

void TableDrawing::draw_part(const RowPart& part, double top, double height) {
    const std::uint32_t item = table_.rows[part.row].item;
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
        if (!part.first && table_.columns[c].repeated) draw_continued(c, item, top, height);
        draw_cell(c, part, top, height);
    }
}

void TableDrawing::draw_cell(std::size_t column, const RowPart& part, double top, double height) {
    const std::uint32_t item = table_.rows[part.row].item;
    const CellLines& lines = table_.lines[column][item];
    const CellText& text = table_.cells[column][item];
    const LineRange range = part.cells[column];
    const double leading = style_.leading;
    double y = top + table_.padding_above;
    if (table_.columns[column].middle) {
        y = top + (height - (range.end - range.begin) * leading) / 2;
    }
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const CellLine& line = lines[i];
        const CellText::Part& set = text.parts[line.part];
        TextStyle style{style_.size, {}, part_nodes_[column][line.part]};
        if (!table_.marks.empty()) style.marks = table_.marks[column][item];
        set_line(set.paragraph, set.text, line.line,
                 {line_x(column, line.line, style_.size),
                  y + PageBuilder::baseline(leading, style_.size)},
                 style, builder_.layer());
        y += leading;
    }
}

// 序号 and 类别 again where a row goes on, with （续）: page furniture, not the row's text.
void TableDrawing::draw_continued(std::size_t column, std::uint32_t item, double top,
                                  double height) {
    const SetTable::Column& c = table_.columns[column];
    const CellText mark = shape_text(builder_.shaper(), FontRole::table, style_.row_continued,
                                     builder_.style().lines);
    const CellLines mark_lines =
        break_cell(mark, c.text_width / style_.size, Alignment::center, builder_.style().lines);
    const CellLines& own_lines = table_.lines[column][item];
    const auto fitting = static_cast<std::size_t>(
        std::max(1.0, (height - table_.padding_above) / style_.leading + 1e-6));
    const std::size_t count = std::min(fitting, own_lines.size() + mark_lines.size());
    double y = top + (height - static_cast<double>(count) * style_.leading) / 2;
    for (std::size_t i = 0; i < count; ++i) {
        const bool own = i < own_lines.size();
        const CellLine& line = own ? own_lines[i] : mark_lines[i - own_lines.size()];
        const CellText::Part& part =
            own ? table_.cells[column][item].parts[line.part] : mark.parts[line.part];
        const double width = set_width(line.line, style_.size);
        const double x = left_ + c.text_x + (c.text_width - width) / 2;
        set_line(part.paragraph, part.text, line.line,
                 {x, y + PageBuilder::baseline(style_.leading, style_.size)},
                 {style_.size, {}, no_structure}, builder_.layer());
        y += style_.leading;
    }
}

void TableDrawing::close_box(double top, double bottom) {
    std::vector<Fill>& fills = builder_.layer().fills;
    const double rule = style_.rule;
    const double frame = style_.frame;
    for (double y : row_rules_) {
        if (y < bottom - 0.01) fills.push_back({{left_, y - rule / 2, table_.width, rule}, {}});
    }
    row_rules_.clear();
    for (std::size_t c = 1; c < table_.columns.size(); ++c) {
        const double x = left_ + table_.columns[c].x - rule / 2;
        double from = top;
        for (const auto& [span_top, span_bottom] : spans_) {
            if (span_top > from) fills.push_back({{x, from, rule, span_top - from}, {}});
            from = span_bottom;
        }
        if (bottom > from) fills.push_back({{x, from, rule, bottom - from}, {}});
    }
    spans_.clear();
    // The frame's ink is inside the type area.
    fills.push_back({{left_, top, table_.width, frame}, {}});
    fills.push_back({{left_, bottom - frame, table_.width, frame}, {}});
    fills.push_back({{left_, top, frame, bottom - top}, {}});
    fills.push_back({{left_ + table_.width - frame, top, frame, bottom - top}, {}});
}

}  // namespace dutylist::paged
