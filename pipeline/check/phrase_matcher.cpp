#include "pipeline/check/phrase_matcher.h"

#include <algorithm>

namespace dutylist::check {

PhraseMatcher::PhraseMatcher(std::span<const std::u32string_view> phrases) : phrases_(phrases) {
    for (std::uint32_t i = 0; i < phrases.size(); ++i) {
        if (phrases[i].empty() || phrases[i].front() > 0xFFFF) continue;
        const char32_t first = phrases[i].front();
        begins_[first >> 6] |= std::uint64_t{1} << (first & 63);
        entries_.push_back({first, i});
    }
    std::stable_sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) {
        if (a.first != b.first) return a.first < b.first;
        return phrases_[a.phrase].size() > phrases_[b.phrase].size();
    });
}

bool PhraseMatcher::match_phrase_at(const CellCharacters& text, std::size_t index,
                                    Match& match) const {
    const char32_t first = text[index];
    auto entry = std::lower_bound(entries_.begin(), entries_.end(), first,
                                  [](const Entry& e, char32_t c) { return e.first < c; });
    for (; entry != entries_.end() && entry->first == first; ++entry) {
        const std::u32string_view phrase = phrases_[entry->phrase];
        if (index + phrase.size() > text.size()) continue;
        std::size_t same = 1;
        while (same < phrase.size() && text[index + same] == phrase[same]) ++same;
        if (same == phrase.size()) {
            match = {entry->phrase, index, index + same};
            return true;
        }
    }
    return false;
}

}  // namespace dutylist::check
