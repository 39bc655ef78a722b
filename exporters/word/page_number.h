#pragma once

#include <string>

#include "exporters/booklet/booklet_template.h"

namespace dutylist::word {

// Parts of the document that hold the page number of GB/T 9704-2012 7.5: — 1 —, one character in
// from the outer edge, its dashes below the type area.

void write_empty_footer(std::string& part);
// Of pages that are read upright.
void write_footer(std::string& part, const booklet::BookletTemplate& pages, bool odd);
// Of a landscape page, where the bound page has it: at its left side, turned.
void write_side_footer(std::string& part, const booklet::BookletTemplate& pages, bool odd);

// The line of a page number, pt.
double number_leading(const booklet::BookletTemplate& pages);

}  // namespace dutylist::word
