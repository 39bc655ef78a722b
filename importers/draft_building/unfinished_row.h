#pragma once

#include <span>
#include <string_view>

#include "pipeline/recognition/draft.h"

namespace dutylist {

// Whether a text stops inside its last row, as a file does that was cut: no line end stands there,
// and the last cell of a row of tabs has markup that was not closed (<p> without </p>, a tag
// without >), or a row that begins with a pipe ends without one.
bool ends_in_row(std::string_view text);

// Whether the last row of a table, after which the text has no line end, was cut in its last cell:
// that cell is empty and no other of its column is, or it ends without the mark of a sentence that
// nearly all others end with.
bool ends_unlike_other_rows(std::span<const DraftRow> rows);

}  // namespace dutylist
