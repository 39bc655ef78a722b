#pragma once

#include <cstdint>
#include <string_view>

#include "pipeline/model/source_map.h"

namespace dutylist {

// Places of many characters of one text, as SourceMap::locate gives them. Asked for in ascending
// order they take time in proportion to the text together, where locate() counts from the last mark
// each time. Map and text are the caller's and do not change.
class SourceCursor {
public:
    SourceCursor(const SourceMap& map, std::string_view text) : map_(map), text_(text) {}

    SourceLocation at(std::uint32_t offset);

private:
    const SourceMap& map_;
    std::string_view text_;
    std::uint32_t mark_ = 0;    // offset of the mark that the last place was counted from
    std::uint32_t offset_ = 0;  // of the last place
    SourceLocation place_;      // no line: none yet
};

}  // namespace dutylist
