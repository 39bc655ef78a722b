#include "importers/draft_building/hidden_lines.h"

#include <algorithm>
#include <utility>

#include "importers/draft_building/concealed_text.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/recognition/draft_text.h"

namespace dutylist {
namespace {

constexpr std::size_t most_named = 10;
constexpr std::size_t longest_excerpt = 40;

std::string column_name(std::uint32_t column) {
    std::string letters;
    for (; column > 0; column = (column - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters;
}

}  // namespace

void HiddenLines::add(std::uint32_t line, std::string_view text, SourcePosition place) {
    if (ranges_.empty()) {
        text_ = text;
        place_ = place;
    }
    auto after = ranges_.end();
    if (!ranges_.empty() && line < ranges_.back().first) {
        after =
            std::upper_bound(ranges_.begin(), ranges_.end(), line,
                             [](std::uint32_t l, const Range& range) { return l < range.first; });
    }
    if (after != ranges_.begin() && line <= (after - 1)->last + 1) {
        const auto before = after - 1;
        before->last = std::max(before->last, line);
        if (after == ranges_.end() || after->first != line + 1) return;
        before->last = after->last;
        ranges_.erase(after);
    } else if (after != ranges_.end() && after->first == line + 1) {
        after->first = line;
    } else {
        ranges_.insert(after, {line, line});
    }
}

std::string HiddenLines::name(const Range& range) const {
    const auto of = [&](std::uint32_t line) {
        return lines_ == Lines::rows ? std::to_string(line) : column_name(line);
    };
    return range.first == range.last ? of(range.first) : of(range.first) + "–" + of(range.last);
}

void HiddenLines::report(const std::string& file, const std::string& sheet,
                         Diagnostics& diagnostics) {
    if (ranges_.empty()) return;
    std::string names;
    for (std::size_t i = 0; i < std::min(ranges_.size(), most_named); ++i)
        names += (names.empty() ? "" : ", ") + name(ranges_[i]);
    if (ranges_.size() > most_named) names += " …";
    const Concealment way =
        lines_ == Lines::rows ? Concealment::hidden_rows : Concealment::hidden_columns;
    diagnostics.add(Code::text_hidden, {file, sheet, place_.line, place_.column},
                    {name_of(way, std::move(names)), excerpt(text_, longest_excerpt)}, text_);
    ranges_.clear();
}

}  // namespace dutylist
