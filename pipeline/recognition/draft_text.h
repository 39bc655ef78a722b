#pragma once

#include <string_view>

#include "pipeline/recognition/draft.h"

namespace dutylist {

// Puts `more` behind `text`, `separator` between them unless `text` is empty; labels and places
// keep to their characters. Nothing happens if `more` is empty.
void append(DraftText& text, DraftText&& more, std::string_view separator);
void append(Cell& cell, DraftText&& more, std::string_view separator);

}  // namespace dutylist
