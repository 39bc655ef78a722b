#pragma once

#include <string>
#include <string_view>

#include "pipeline/recognition/draft.h"

namespace dutylist {

// Puts `more` behind `text`, `separator` between them unless `text` is empty; labels and places
// keep to their characters. Nothing happens if `more` is empty.
void append(DraftText& text, DraftText&& more, std::string_view separator);
void append(Cell& cell, DraftText&& more, std::string_view separator);

// The first `longest` characters, with … where there are more: how a message shows a text.
std::string excerpt(std::string_view text, std::size_t longest);

}  // namespace dutylist
