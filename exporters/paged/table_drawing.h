#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "exporters/paged/page_builder.h"
#include "exporters/typeset/table_pages.h"

namespace dutylist::paged {

// A table whose cells are shaped and broken, ready to be drawn page by page.
struct SetTable {
    struct Column {
        double x = 0;           // left edge, from the table's left
        double width = 0;       // with padding
        double text_x = 0;      // left edge of the text
        double text_width = 0;  // pt
        typeset::Alignment alignment = typeset::Alignment::justify;
        bool middle = false;
        double flush_right = 0;  // lines end so far right of text_x; 0: as `alignment` says
        bool names = false;      // a list of names: pages rather break between them
        bool repeated = false;   // shown again, as an artifact, where a row goes on
        std::string head;
    };
    // A row of the table: an item, or the heading of a group of items.
    struct Row {
        std::uint32_t item = 0;
        bool heading = false;
        std::string text;  // of a heading
    };
    std::vector<Column> columns;
    std::vector<Row> rows;                              // in the order of TablePage's row numbers
    std::vector<std::vector<typeset::CellText>> cells;  // [column][item]
    // [column][item], or empty; over the texts that the cells were shaped from
    std::vector<std::vector<std::vector<typeset::TextMark>>> marks;
    std::vector<std::vector<typeset::CellLines>> lines;  // [column][item]
    double width = 0;
    double head_height = 0;
    double padding_above = 0;  // of rows, and below
};

// Draws a table's pages into the page that the builder has open.
class TableDrawing {
public:
    TableDrawing(PageBuilder& builder, const SetTable& table, const TableStyle& style,
                 typeset::StructureIndex parent);

    // The header row at `top`; returns its height. Tagged the first time, an artifact later.
    double draw_head(double top);
    // The rows of one page; `extra` pt are shared out among them. Returns their height.
    // `begins` is called with item and top edge for every row that begins on the page; of an item
    // with a group heading, with the heading's.
    double draw_rows(const typeset::TablePage& page, double top, double extra,
                     const std::function<void(std::uint32_t item, double top)>& begins);
    // Rules around and between what was drawn since the last call.
    void close_box(double top, double bottom);

private:
    void draw_part(const typeset::RowPart& part, double top, double height);
    void draw_cell(std::size_t column, const typeset::RowPart& part, double top, double height);
    void draw_continued(std::size_t column, std::uint32_t item, double top, double height);
    void draw_heading(const std::string& text, double top, double height);
    void open_row(std::uint32_t item);
    double line_x(std::size_t column, const typeset::Line& line, double size) const;

    PageBuilder& builder_;
    const SetTable& table_;
    const TableStyle& style_;
    typeset::StructureIndex node_;
    typeset::StructureIndex body_ = typeset::no_structure;
    bool head_drawn_ = false;
    double left_ = 0;
    std::vector<double> row_rules_;
    std::vector<std::pair<double, double>> spans_;  // group headings, which no column rule crosses
    // Nodes of the row that is being drawn; they live on over a page break.
    std::vector<typeset::StructureIndex> cell_nodes_;
    std::vector<std::vector<typeset::StructureIndex>> part_nodes_;
};

}  // namespace dutylist::paged
