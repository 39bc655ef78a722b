#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "pipeline/check/cell_characters.h"

namespace dutylist::check {

// Finds any of many phrases in one pass over a text: one bit tells for each character whether a
// phrase begins with it. Phrases must outlive the matcher.
class PhraseMatcher {
public:
    explicit PhraseMatcher(std::span<const std::u32string_view> phrases);

    struct Match {
        std::size_t phrase = 0;  // index into the phrases
        std::size_t begin = 0;   // characters
        std::size_t end = 0;
    };
    // The longest phrase that begins at `index`, if any. Matches do not overlap when the caller
    // goes on at `end`.
    bool match_at(const CellCharacters& text, std::size_t index, Match& match) const {
        const char32_t first = text[index];
        return first <= 0xFFFF && (begins_[first >> 6] >> (first & 63) & 1) != 0 &&
               match_phrase_at(text, index, match);
    }

    template <typename Function>
    void for_each(const CellCharacters& text, Function&& function) const {
        Match match;
        for (std::size_t i = 0; i < text.size();) {
            if (match_at(text, i, match)) {
                function(match);
                i = match.end;
            } else {
                ++i;
            }
        }
    }

private:
    bool match_phrase_at(const CellCharacters& text, std::size_t index, Match& match) const;
    struct Entry {
        char32_t first;
        std::uint32_t phrase;
    };
    std::span<const std::u32string_view> phrases_;
    std::vector<Entry> entries_;                // by first character, longer phrases first
    std::array<std::uint64_t, 1024> begins_{};  // one bit a character of the basic plane
};

}  // namespace dutylist::check
