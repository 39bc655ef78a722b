#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "exporters/typeset/line_breaker.h"
#include "exporters/typeset/paragraph.h"
#include "exporters/typeset/shaper.h"
#include "pipeline/model/cell.h"

namespace dutylist::typeset {

// A cell's text as paragraphs, shaped once and broken at any width.
struct CellText {
    struct Part {
        Paragraph paragraph;
        std::string_view text;  // what it was shaped from; points into the cell
        bool begins_block = true;
        bool heading = false;  // a department or section heading: set in the heading role
    };
    std::vector<Part> parts;
    double widest() const;  // natural width of the widest part, em
};

// One paragraph a block; a line feed inside a block begins a new one. Every character of the cell
// but white space between blocks is in exactly one part, whatever the blocks say.
CellText shape_cell(Shaper& shaper, FontRole role, FontRole heading_role, const Cell& cell,
                    const LineRules& rules, std::vector<MissingCharacter>* missing);
// The same for a text without blocks.
CellText shape_text(Shaper& shaper, FontRole role, std::string_view text, const LineRules& rules,
                    std::vector<MissingCharacter>* missing = nullptr);

// A line of a cell: of which part, and whether a new block begins with it.
struct CellLine {
    std::uint32_t part = 0;
    bool begins_block = false;
    Line line;
};
using CellLines = std::vector<CellLine>;

CellLines break_cell(const CellText& cell, double width, Alignment alignment,
                     const LineRules& rules);

// How many lines break_cell would make, within about one in a hundred, without breaking.
std::uint32_t estimate_lines(const CellText& cell, double width);

}  // namespace dutylist::typeset
