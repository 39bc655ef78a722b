#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "importers/markdown/markdown_lines.h"

namespace dutylist {

// A cell of a grid table with the lines it holds, as they stand.
struct GridCell {
    std::vector<MarkdownPiece> lines;
    std::uint32_t columns = 1;
    std::uint32_t rows = 1;
};

struct GridRow {
    std::vector<GridCell> cells;
    bool header = false;
};

// Reads a grid table, first line to last. Columns are found by display width, since the programs
// that write such tables pad Han characters as two columns; cells may span columns and rows.
// Throws JobError format_too_many_columns, naming `file`.
std::vector<GridRow> read_grid_table(std::span<const MarkdownLine> lines, const std::string& file);

}  // namespace dutylist
