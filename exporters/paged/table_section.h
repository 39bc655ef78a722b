#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "exporters/paged/page_builder.h"
#include "exporters/paged/table_drawing.h"

namespace dutylist::paged {

// The way of a table from shaped cells to pages, the same for every subject: columns get places,
// cells and heads lines, rows pages, and the pages are drawn.

// Columns that `table` has already get their places: the texts are `widths` em wide, and what is
// left of `width` pt makes every padding alike. All cells are aligned as their column says.
void place_columns(SetTable& table, std::span<const double> widths, const TableStyle& style,
                   double width);

// Breaks cells and heads at the widths of their columns and finds the height of the head row.
void break_cells(SetTable& table, const TableStyle& style, PageBuilder& builder);

// The rows as numbers, for split_table().
std::vector<typeset::RowShape> row_shapes(const SetTable& table);

// What rows have on pages of `depth` pt: the head comes again, with 续表 above it, on every page
// but the first, where other things take `above` pt too.
typeset::TableMeasures table_measures(const SetTable& table, const TableStyle& style, double depth,
                                      double above);

struct TableEvents {
    std::function<void()> open_page;  // a further page of the builder's
    // A row begins; of an item with a group heading, at the heading's top edge.
    std::function<void(std::uint32_t item, double top)> begins = [](std::uint32_t, double) {};
};

// Draws the pages, the first one from `top` on down the page that is open. Returns where it ends.
double draw_table(PageBuilder& builder, const SetTable& table, const TableStyle& style,
                  std::span<const typeset::TablePage> pages, const typeset::TableMeasures& measures,
                  double top, typeset::StructureIndex parent, const TableEvents& events);

}  // namespace dutylist::paged
