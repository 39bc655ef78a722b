#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "exporters/spreadsheet/cell_format.h"

namespace dutylist::spreadsheet {

// Cells of one sheet; rows and columns count from 0, both ends belong to it.
struct CellRange {
    std::uint32_t first_row = 0;
    std::size_t first_column = 0;
    std::uint32_t last_row = 0;
    std::size_t last_column = 0;
    friend bool operator==(const CellRange&, const CellRange&) = default;
};

enum class ChartKind : std::uint8_t {
    column,
    column_stacked,
    bar,
    bar_stacked,
    line,
    pie,
    doughnut
};
enum class LegendPosition : std::uint8_t { none, right, bottom, top };

struct ChartSeries {
    std::string name{};
    std::string sheet{};  // that both ranges are of (Sheet::name())
    CellRange categories{};
    CellRange values{};
    Color color = no_color;
    bool labels = false;  // the value beside each bar; in a pie category and per cent
};

// A chart of Excel's own, drawn by the application from the cells that it refers to.
struct Chart {
    ChartKind kind = ChartKind::column;
    std::string title{};           // empty: none
    std::string category_title{};  // of the axis; empty: none
    std::string value_title{};
    std::vector<ChartSeries> series{};
    std::vector<Color> point_colors{};  // of a pie's slices, in order
    LegendPosition legend = LegendPosition::bottom;
    bool first_category_on_top = false;    // of a bar chart, which otherwise begins at the bottom
    double value_step = 0;                 // from one grid line to the next; 0: the application's
    int gap_percent = 0;                   // between bars, of a bar's width
    std::string font{};                    // empty: the workbook's default
    double font_size = 0, title_size = 0;  // points
    Color grid_color = no_color;
    double grid_width = 0, line_width = 0;  // points
    std::uint32_t width_pixels = 0;
    std::uint32_t height_pixels = 0;
    std::string description{};  // alternative text for those who cannot see it
};

}  // namespace dutylist::spreadsheet
