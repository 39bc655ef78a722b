#include "importers/draft_building/draft_lines.h"

#include <algorithm>

#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

// Takes parts out of a text, each after the one before, with their labels and places: in all, the
// text is gone through once.
class Parting {
public:
    explicit Parting(const DraftText& whole)
        : whole_(whole),
          marks_(whole.source.marks()),
          mark_(marks_.begin()),
          places_inside_(whole.source.origin() && whole.source.origin()->sheet.empty()) {}

    DraftText part(std::uint32_t begin, std::uint32_t end) {
        DraftText piece;
        piece.text = whole_.text.substr(begin, end - begin);
        for (; label_ < whole_.restored.size() && whole_.restored[label_].begin < end; ++label_) {
            const TextSpan span = whole_.restored[label_];
            if (span.begin >= begin && span.end <= end)
                piece.restored.push_back({span.begin - begin, span.end - begin});
        }
        piece.source = SourceMap(whole_.source.origin());
        for (; mark_ != marks_.end() && mark_->offset <= begin; ++mark_) {
            open_ = *mark_;
            opened_ = true;
        }
        if (opened_) piece.source.add(first_mark(begin));
        for (; mark_ != marks_.end() && mark_->offset < end; ++mark_) {
            piece.source.add({mark_->offset - begin, mark_->line, mark_->column});
            open_ = *mark_;
            opened_ = true;
        }
        return piece;
    }

private:
    // The mark in which a part begins, moved to its beginning.
    SourceMark first_mark(std::uint32_t begin) {
        if (open_.line != 0 && places_inside_) {
            open_.column += static_cast<std::uint32_t>(count_characters(
                std::string_view(whole_.text).substr(open_.offset, begin - open_.offset)));
        }
        open_.offset = begin;
        return {0, open_.line, open_.column};
    }

    const DraftText& whole_;
    const SourceMarks marks_;
    const SourceMark* mark_;
    bool places_inside_;
    SourceMark open_;  // of the marks gone past, the last one
    bool opened_ = false;
    std::size_t label_ = 0;
};

bool is_leader(char32_t c) {
    return c == U' ' || c == U'.' || c == U'…' || c == U'·' || c == U'．' || c == U'⋯' ||
           c == U'-' || c == U'_' || c == U'—' || c == U'。';
}

}  // namespace

std::vector<DraftText> split_lines(const DraftText& text) {
    std::vector<DraftText> lines;
    Parting parting(text);
    const std::string_view all = text.text;
    for (std::size_t begin = 0; begin < all.size();) {
        const std::size_t end = std::min(all.find('\n', begin), all.size());
        lines.push_back(
            parting.part(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)));
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
    text = Parting(text).part(0, static_cast<std::uint32_t>(title));
    return page;
}

}  // namespace dutylist
