#include "pipeline/check/text_index.h"

#include "pipeline/text/utf8.h"

namespace dutylist::check {
namespace {

std::uint32_t bytes_of(char32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

std::uint32_t bytes_of(std::u32string_view characters) {
    std::uint32_t bytes = 0;
    for (const char32_t c : characters) bytes += bytes_of(c);
    return bytes;
}

}  // namespace

void TextIndex::add(const Place& place, const CellCharacters& text) {
    cells_.push_back({place, characters_.size()});
    bool quoted = false;
    for (const char32_t c : text.characters()) {
        if (c == U'“' || c == U'《') quoted = true;
        if (c == U'”' || c == U'》') quoted = false;
        characters_ += c;
        quoted_.push_back(quoted);
    }
    characters_ += U'\0';
    quoted_.push_back(false);
}

std::vector<bool> TextIndex::contained(std::span<const std::u32string_view> phrases) const {
    const PhraseMatcher matcher(phrases);
    std::vector<bool> found(phrases.size(), false);
    for (std::size_t i = 0; i < characters_.size(); ++i) {
        matcher.for_each_at(characters_, i,
                            [&](const PhraseMatcher::Match& match) { found[match.phrase] = true; });
    }
    return found;
}

std::vector<TextIndex::Occurrence> TextIndex::unquoted(
    std::span<const std::u32string_view> phrases) const {
    const PhraseMatcher matcher(phrases);
    std::vector<Occurrence> found;
    for (std::size_t c = 0; c < cells_.size(); ++c) {
        const std::size_t end = c + 1 < cells_.size() ? cells_[c + 1].begin : characters_.size();
        std::uint32_t offset = 0;
        for (std::size_t i = cells_[c].begin; i < end; offset += bytes_of(characters_[i++])) {
            if (quoted_[i]) continue;
            matcher.for_each_at(characters_, i, [&](const PhraseMatcher::Match& match) {
                const TextSpan span{offset, offset + bytes_of(phrases[match.phrase])};
                found.push_back({match.phrase, {cells_[c].place, span}});
            });
        }
    }
    return found;
}

}  // namespace dutylist::check
