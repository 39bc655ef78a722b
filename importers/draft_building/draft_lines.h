#pragma once

#include <vector>

#include "pipeline/recognition/draft.h"

namespace dutylist {

// The lines of a text, each with its share of the labels and of the source map.
std::vector<DraftText> split_lines(const DraftText& text);

// A contents line as displayed, "基本履职事项清单 …… 12" or with a space for the leader: takes the
// page and the leader off the text and returns the page, or "" where the line ends in no number.
std::string split_contents_page(DraftText& text);

}  // namespace dutylist
