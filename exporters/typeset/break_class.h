#pragma once

#include <cstdint>

namespace dutylist::typeset {

// What a character is to line breaking and justification, after CLREQ 3.1 (marks at line start and
// end, widths of marks) and GB/T 15834-2011 5.1. Own classes: the text is Chinese with figures and
// some Latin, and rules such as "a number stays with its unit" are not those of UAX #14.
enum class BreakClass : std::uint8_t {
    han,            // ideographs and everything that stands on one em
    opener,         // （《“ : not at line end, blank on the left
    closer,         // ，。；：）》” : not at line start, blank on the right
    middle,         // · ～ : not at line start, blank on both sides
    dash,           // —— : not split
    ellipsis,       // …… : not split, not at line start
    digit,          // 0-9 and full-width figures
    letter,         // Latin and other letters, and signs set with them
    western_open,   // ( [ {
    western_close,  // ) ] } , . ; : ! ?
    slash,          // / : neither at line start nor at line end
    hyphen,         // -
    prefix,         // ￥ $ № : stays with what follows
    postfix,        // % ‰ ℃ : stays with what precedes
    space,
};

BreakClass break_class(char32_t character);

// Characters that count as a unit after a figure: 3 个, 12 月, 5 万元.
bool is_unit(char32_t character);

// Whether a line may end between two neighbours, and how unwelcome that is: 0 is best, forbidden
// never. Spaces between them are not neighbours: `after_space` says that there were some.
inline constexpr float forbidden = -1;
struct Neighbour {
    BreakClass type = BreakClass::han;
    char32_t character = 0;
};
float break_penalty(const Neighbour& before, const Neighbour& after, bool after_space);

// True between Han and Latin letters or figures: where a quarter em at most may be set.
bool takes_gap(BreakClass before, BreakClass after);

// True where justification may put space: not inside words, figures, —— or ……, nor between a mark
// and what it belongs to.
bool may_expand(BreakClass before, BreakClass after);

}  // namespace dutylist::typeset
