#include "pipeline/model/source_map.h"

#include <algorithm>

#include "pipeline/text/utf8.h"

namespace dutylist {

SourceLocation SourceMap::locate(std::string_view text, std::uint32_t offset) const {
    SourceLocation place;
    if (origin_) {
        place.file = origin_->file;
        place.sheet = origin_->sheet;
    }
    if (marks_.empty()) return place;

    auto mark =
        std::upper_bound(marks_.begin(), marks_.end(), offset,
                         [](std::uint32_t value, const SourceMark& m) { return value < m.offset; });
    if (mark != marks_.begin()) --mark;
    const bool restored = mark->line == 0;
    if (restored) {
        auto before = mark;
        while (before != marks_.begin() && before->line == 0) --before;
        if (before->line != 0) {
            offset = mark->offset;
            mark = before;
        } else {
            mark =
                std::find_if(mark, marks_.end(), [](const SourceMark& m) { return m.line != 0; });
            if (mark == marks_.end()) return place;
            offset = mark->offset;
        }
    }
    place.line = mark->line;
    place.column = mark->column;
    const bool inside_sheet_cell = !place.sheet.empty();
    if (!inside_sheet_cell && offset > mark->offset && offset <= text.size()) {
        place.column += static_cast<std::uint32_t>(
            count_characters(text.substr(mark->offset, offset - mark->offset)));
    }
    return place;
}

}  // namespace dutylist
