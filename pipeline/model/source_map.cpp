#include "pipeline/model/source_map.h"

#include <algorithm>
#include <utility>

#include "pipeline/text/utf8.h"

namespace dutylist {

SourceMap::SourceMap(const SourceMap& other)
    : origin_(other.origin_),
      line_(other.line_),
      column_(other.column_),
      several_(other.several_ ? std::make_unique<std::vector<SourceMark>>(*other.several_)
                              : nullptr) {}

SourceMap& SourceMap::operator=(const SourceMap& other) {
    SourceMap copy(other);
    *this = std::move(copy);
    return *this;
}

SourceMap::SourceMap(SourceMap&& other) noexcept
    : origin_(std::move(other.origin_)),
      line_(std::exchange(other.line_, 0)),
      column_(other.column_),
      several_(std::move(other.several_)) {}

SourceMap& SourceMap::operator=(SourceMap&& other) noexcept {
    origin_ = std::move(other.origin_);
    line_ = std::exchange(other.line_, 0);
    column_ = other.column_;
    several_ = std::move(other.several_);
    return *this;
}

void SourceMap::add(SourceMark mark) {
    if (empty() && mark.offset == 0 && mark.line != 0) {
        line_ = mark.line;
        column_ = mark.column;
        return;
    }
    if (!several_) {
        several_ = std::make_unique<std::vector<SourceMark>>();
        if (line_ != 0) several_->push_back({0, std::exchange(line_, 0), column_});
    }
    several_->push_back(mark);
}

SourceMarks SourceMap::marks() const {
    if (several_) return SourceMarks(*several_);
    return line_ != 0 ? SourceMarks(SourceMark{0, line_, column_}) : SourceMarks();
}

SourceLocation SourceMap::locate(std::string_view text, std::uint32_t offset) const {
    SourceLocation place;
    if (origin_) {
        place.file = origin_->file;
        place.sheet = origin_->sheet;
    }
    const SourceMarks all = marks();
    if (all.empty()) return place;

    auto mark =
        std::upper_bound(all.begin(), all.end(), offset,
                         [](std::uint32_t value, const SourceMark& m) { return value < m.offset; });
    if (mark != all.begin()) --mark;
    const bool restored = mark->line == 0;
    if (restored) {
        auto before = mark;
        while (before != all.begin() && before->line == 0) --before;
        if (before->line != 0) {
            offset = mark->offset;
            mark = before;
        } else {
            mark = std::find_if(mark, all.end(), [](const SourceMark& m) { return m.line != 0; });
            if (mark == all.end()) return place;
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
