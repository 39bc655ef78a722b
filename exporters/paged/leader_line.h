#pragma once

#include <string>

#include "exporters/paged/page_builder.h"

namespace dutylist::paged {

// A line of contents: text, a leader of dots on a common grid, a number at the right edge, all of
// it a link. The leader is an artifact. A text too long for the line goes on to further lines.
struct LeaderLine {
    typeset::FontRole role = typeset::FontRole::body;
    std::string text;
    std::string number;
    double x = 0, y = 0, width = 0;
    double leading = 0;
    double size = 0;
    std::string destination;
    typeset::StructureIndex structure = typeset::no_structure;
};

// Returns the height used.
double set_leader_line(PageBuilder& builder, const LeaderLine& line);

// Only the dots between two positions.
void set_leader(PageBuilder& builder, double left, double right, double baseline, double size);

}  // namespace dutylist::paged
