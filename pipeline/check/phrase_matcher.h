#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace dutylist::check {

// Finds any of many phrases in one pass over a text: one bit tells for each character whether a
// phrase begins with it. Phrases must outlive the matcher. At one character of the text it takes
// time in proportion to the longest phrase that agrees there and the logarithm of their number;
// what may be long on purpose is the caller's to leave out.
class PhraseMatcher {
public:
    explicit PhraseMatcher(std::span<const std::u32string_view> phrases);

    struct Match {
        std::size_t phrase = 0;  // index into the phrases; of equal ones the first
        std::size_t begin = 0;   // characters
        std::size_t end = 0;
    };
    // The longest phrase that begins at `index`, if any. Matches do not overlap when the caller
    // goes on at `end`.
    bool match_at(std::u32string_view text, std::size_t index, Match& match) const {
        bool found = false;
        for_each_at(text, index, [&](const Match& longer) {
            match = longer;
            found = true;
        });
        return found;
    }

    // Every phrase that begins at `index`, the shortest first.
    template <typename Function>
    void for_each_at(std::u32string_view text, std::size_t index, Function&& function) const {
        if (!may_begin(text[index])) return;
        Range agreeing{0, order_.size()};
        for (std::size_t end = index; end < text.size(); ++end) {
            agreeing = narrowed(agreeing, end - index, text[end]);
            if (agreeing.begin == agreeing.end) return;
            const std::uint32_t phrase = order_[agreeing.begin];
            if (phrases_[phrase].size() == end + 1 - index) function(Match{phrase, index, end + 1});
        }
    }

    // From the start of the text on, the longest phrase at each place behind the one before.
    template <typename Function>
    void for_each(std::u32string_view text, Function&& function) const {
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
    struct Range {
        std::size_t begin;
        std::size_t end;
    };
    bool may_begin(char32_t c) const {
        return c > 0xFFFF || (begins_[c >> 6] >> (c & 63) & 1) != 0;
    }
    // Of phrases that agree in `depth` characters, those that have this one next.
    Range narrowed(Range agreeing, std::size_t depth, char32_t next) const;

    std::span<const std::u32string_view> phrases_;
    std::vector<std::uint32_t> order_;          // by their characters, so the shorter first
    std::array<std::uint64_t, 1024> begins_{};  // one bit a character of the basic plane
};

}  // namespace dutylist::check
