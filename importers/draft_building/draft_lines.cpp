#include "importers/draft_building/draft_lines.h"

#include <algorithm>

#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

DraftText part(const DraftText& whole, std::uint32_t begin, std::uint32_t end) {
    DraftText piece;
    piece.text = whole.text.substr(begin, end - begin);
    for (const TextSpan& span : whole.restored) {
        if (span.begin >= begin && span.end <= end) {
            piece.restored.push_back({span.begin - begin, span.end - begin});
        }
    }
    piece.source = SourceMap(whole.source.origin());
    const SourceMarks marks = whole.source.marks();
    auto mark = std::upper_bound(
        marks.begin(), marks.end(), begin,
        [](std::uint32_t offset, const SourceMark& m) { return offset < m.offset; });
    if (mark != marks.begin()) {
        SourceMark first = *(mark - 1);
        if (first.line != 0 && whole.source.origin() && whole.source.origin()->sheet.empty()) {
            first.column += static_cast<std::uint32_t>(count_characters(
                std::string_view(whole.text).substr(first.offset, begin - first.offset)));
        }
        first.offset = 0;
        piece.source.add(first);
    }
    for (; mark != marks.end() && mark->offset < end; ++mark) {
        piece.source.add({mark->offset - begin, mark->line, mark->column});
    }
    return piece;
}

bool is_leader(char32_t c) {
    return c == U' ' || c == U'.' || c == U'…' || c == U'·' || c == U'．' || c == U'⋯' ||
           c == U'-' || c == U'_' || c == U'—' || c == U'。';
}

}  // namespace

std::vector<DraftText> split_lines(const DraftText& text) {
    std::vector<DraftText> lines;
    const std::string_view all = text.text;
    for (std::size_t begin = 0; begin < all.size();) {
        const std::size_t end = std::min(all.find('\n', begin), all.size());
        lines.push_back(
            part(text, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)));
        begin = end + 1;
    }
    return lines;
}

std::string split_contents_page(DraftText& text) {
    std::size_t digits = text.text.size();
    while (digits > 0 && text.text[digits - 1] >= '0' && text.text[digits - 1] <= '9') --digits;
    std::size_t title = digits;
    while (title > 0) {
        const Decoded before = decode_before(text.text, title);
        if (!is_leader(before.character)) break;
        title -= before.bytes;
    }
    if (digits == text.text.size() || title == digits || title == 0) return {};
    std::string page = text.text.substr(digits);
    text = part(text, 0, static_cast<std::uint32_t>(title));
    return page;
}

}  // namespace dutylist
