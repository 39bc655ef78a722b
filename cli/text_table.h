#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dutylist::cli {

// A table for the terminal: columns aligned by display width, two blanks between them, none at the
// end of a line. Columns named in `right` (from 0) are set flush right, as numbers are.
std::string text_table(const std::vector<std::vector<std::string>>& rows,
                       const std::vector<std::size_t>& right = {});

// The text with blanks behind it, so that it takes `width` columns of the terminal at least.
std::string padded(std::string_view text, int width);

}  // namespace dutylist::cli
