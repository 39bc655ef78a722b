#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dutylist::spreadsheet {

// Whether one cell can hold the text: 32,767 UTF-16 units and 253 line feeds.
bool fits_in_cell(std::string_view text);

// The text as pieces that each fit in a cell, cut after the last line feed that allows it, else
// between characters. Joined with a line feed where one was cut at, they are the text again.
std::vector<std::string_view> cell_pieces(std::string_view text);

// Excel reads _x0041_ in a cell as A (ECMA-376 part 1, 22.4.2.4 bstr): literal ones are written
// with their first underscore as _x005F_. Appends to `output`.
void append_escaped(std::string& output, std::string_view text);

}  // namespace dutylist::spreadsheet
