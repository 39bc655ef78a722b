#include "pipeline/model/source_cursor.h"

#include <algorithm>

#include "pipeline/text/utf8.h"

namespace dutylist {

SourceLocation SourceCursor::at(std::uint32_t offset) {
    const SourceMarks marks = map_.marks();
    const auto after =
        std::upper_bound(marks.begin(), marks.end(), offset,
                         [](std::uint32_t value, const SourceMark& m) { return value < m.offset; });
    // Restored text has the place of its neighbour.
    const bool in_source =
        after != marks.begin() && (after - 1)->line != 0 && offset <= text_.size();
    if (!in_source) return map_.locate(text_, offset);
    const std::uint32_t mark = (after - 1)->offset;
    if (place_.line == 0 || mark != mark_ || offset < offset_) {
        place_ = map_.locate(text_, offset);
    } else if (place_.sheet.empty()) {
        place_.column +=
            static_cast<std::uint32_t>(count_characters(text_.substr(offset_, offset - offset_)));
    }
    mark_ = mark;
    offset_ = offset;
    return place_;
}

}  // namespace dutylist
