#include "pipeline/check/text_index.h"

#include <algorithm>

#include "pipeline/text/utf8.h"

namespace dutylist::check {
namespace {

constexpr std::size_t buckets = 1 << 14;
constexpr std::uint32_t none = 0xFFFFFFFF;

std::size_t bucket_of(char32_t c) { return c & (buckets - 1); }

std::uint32_t bytes_of(std::u32string_view characters) {
    std::uint32_t bytes = 0;
    for (const char32_t c : characters) bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    return bytes;
}

}  // namespace

TextIndex::TextIndex() : last_(buckets, none), count_(buckets, 0) {}

void TextIndex::add(const Place& place, const CellCharacters& text) {
    cells_.push_back({place, static_cast<std::uint32_t>(characters_.size())});
    bool quoted = false;
    for (const char32_t c : text.characters()) {
        if (c == U'“' || c == U'《') quoted = true;
        if (c == U'”' || c == U'》') quoted = false;
        std::uint32_t& last = last_[bucket_of(c)];
        before_.push_back(last);
        last = static_cast<std::uint32_t>(characters_.size());
        ++count_[bucket_of(c)];
        characters_ += c;
        quoted_.push_back(quoted);
    }
    characters_ += U'\0';
    before_.push_back(none);
    quoted_.push_back(false);
}

// Calls function(begin) for each place of the phrase, the last one first, until it says false.
template <typename Function>
void TextIndex::for_each(std::u32string_view phrase, Function&& function) const {
    if (phrase.empty()) return;
    const auto rarest = static_cast<std::uint32_t>(
        std::min_element(
            phrase.begin(), phrase.end(),
            [&](char32_t a, char32_t b) { return count_[bucket_of(a)] < count_[bucket_of(b)]; }) -
        phrase.begin());
    const std::u32string_view all = characters_;
    for (std::uint32_t at = last_[bucket_of(phrase[rarest])]; at != none; at = before_[at]) {
        if (at < rarest || all.substr(at - rarest, phrase.size()) != phrase) continue;
        if (!function(at - rarest)) return;
    }
}

bool TextIndex::contains(std::u32string_view phrase) const {
    bool found = false;
    for_each(phrase, [&](std::uint32_t) {
        found = true;
        return false;
    });
    return found;
}

std::vector<Spot> TextIndex::unquoted(std::u32string_view phrase) const {
    std::vector<Spot> spots;
    for_each(phrase, [&](std::uint32_t begin) {
        if (!quoted_[begin]) spots.push_back(spot_at(begin, phrase));
        return true;
    });
    std::reverse(spots.begin(), spots.end());
    return spots;
}

Spot TextIndex::spot_at(std::uint32_t begin, std::u32string_view phrase) const {
    const auto after =
        std::upper_bound(cells_.begin(), cells_.end(), begin,
                         [](std::uint32_t at, const CellStart& cell) { return at < cell.begin; });
    const CellStart& cell = *(after - 1);
    const std::u32string_view all = characters_;
    const std::uint32_t first = bytes_of(all.substr(cell.begin, begin - cell.begin));
    return {cell.place, {first, first + bytes_of(phrase)}};
}

}  // namespace dutylist::check
