#pragma once

namespace dutylist::check {

// The unified ideograph, in its simplified form, that a radical or compatibility character stands
// for (⽅ U+2F45 -> 方); 0 for all other characters. Facts of Unicode.
char32_t look_alike_of(char32_t c);

// The simplified form of a traditional character (國 -> 国); 0 for all others. Curated: characters
// common in official writing that have no use of their own in simplified text, so not 著, 乾 or 於.
char32_t simplified_of(char32_t c);

// Characters that show nothing and may hide in copied text: zero-width and directional ones, soft
// hyphens, byte order marks inside a text, private use.
bool is_invisible(char32_t c);

}  // namespace dutylist::check
