#pragma once

namespace dutylist {

// What a character is, for the clause grammar, checks and display. Independent of any locale.

bool is_white_space(char32_t c);  // all of Unicode White_Space, and U+FEFF inside a text
bool is_han(char32_t c);          // CJK ideographs, radicals and 〇
bool is_ascii_digit(char32_t c);
bool is_full_width_mark(char32_t c);  // Chinese punctuation of one em: ，。、；：？！（）《》“”…

// Columns of a terminal: 2 for East Asian Wide and Fullwidth (UAX #11), 0 for combining marks and
// zero-width characters (general categories Mn, Me, Cf), else 1. “”‘’…—· count 2 beside Han, as
// Chinese terminals set them.
int display_width(char32_t c);

}  // namespace dutylist
