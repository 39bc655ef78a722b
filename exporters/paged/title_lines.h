#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/paged/page_builder.h"

namespace dutylist::paged {

// A title on as few lines as it needs, each at most `width` pt: whole words together and lines of
// like length (GB/T 9704-2012 7.3.1: 词意完整，排列对称，长短适宜). `break_after`: bytes of a
// unit's name at the beginning after which a line ends best, or 0. The lines joined are the title.
std::vector<std::string> title_lines(PageBuilder& builder, typeset::FontRole role,
                                     std::string_view title, double size, double width,
                                     std::size_t break_after);

}  // namespace dutylist::paged
