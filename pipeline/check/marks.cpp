#include "pipeline/check/marks.h"

#include <string_view>

namespace dutylist::check {
namespace {

bool one_of(char32_t c, std::u32string_view set) {
    return c != 0 && set.find(c) != std::u32string_view::npos;
}

constexpr std::u32string_view openers = U"（《〈“‘【〔［([";
constexpr std::u32string_view closers = U"）》〉”’】〕］)]";
constexpr std::u32string_view full_closers = U"）》〉”’】〕］）］";

}  // namespace

bool is_stop(char32_t c) { return one_of(c, U"，、；：。"); }
bool is_sentence_end(char32_t c) { return one_of(c, U"。？！…"); }
bool is_opener(char32_t c) { return one_of(c, openers); }
bool is_closer(char32_t c) { return one_of(c, closers); }

char32_t closer_of(char32_t opener) {
    const std::size_t at = openers.find(opener);
    return at == std::u32string_view::npos ? 0 : full_closers[at];
}

char32_t full_width_of(char32_t c) {
    switch (c) {
        case ';':
            return U'；';
        case ':':
            return U'：';
        case ',':
            return U'，';
        case '.':
            return U'。';
        case '?':
            return U'？';
        case '!':
            return U'！';
        case '(':
            return U'（';
        case ')':
            return U'）';
        default:
            return 0;
    }
}

bool is_han_numeral(char32_t c) { return one_of(c, U"一二三四五六七八九十"); }
bool is_digit(char32_t c) { return (c >= '0' && c <= '9') || (c >= U'０' && c <= U'９'); }
bool is_latin(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

}  // namespace dutylist::check
