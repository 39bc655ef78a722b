#pragma once

#include <cstddef>

namespace dutylist::check {

// Classes of marks as GB/T 15834-2011 names them; full-width forms only unless said otherwise.

bool is_stop(char32_t c);             // 点号 inside and at the end of sentences: ，、；：。
bool is_opener(char32_t c);           // （《〈“‘【〔［ and ( [
bool is_closer(char32_t c);           // ）》〉”’】〕］ and ) ]
char32_t closer_of(char32_t opener);  // the full-width closer of an opener; 0 for none
// The full-width form of a half-width mark that Chinese text writes full-width; 0 for none.
char32_t full_width_of(char32_t c);
bool is_han_numeral(char32_t c);  // 一 to 十
bool is_digit(char32_t c);        // 0 to 9, half or full width
bool is_latin(char32_t c);        // A to Z, a to z

}  // namespace dutylist::check
