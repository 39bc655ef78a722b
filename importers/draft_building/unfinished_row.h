#pragma once

#include <string_view>

namespace dutylist {

// Whether a text stops inside its last row, as a file does that was cut: no line end stands there,
// and the last cell of a row of tabs has markup that was not closed (<p> without </p>, a tag
// without
// >), or a row that begins with a pipe ends without one.
bool ends_in_row(std::string_view text);

}  // namespace dutylist
