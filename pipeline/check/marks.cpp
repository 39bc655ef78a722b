#include "pipeline/check/marks.h"

#include <string_view>

namespace dutylist::check {
namespace {

bool one_of(char32_t c, std::u32string_view set) {
    return c != 0 && set.find(c) != std::u32string_view::npos;
}

bool is_common_han(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

constexpr std::u32string_view openers = U"（《〈“‘【〔［([";
constexpr std::u32string_view closers = U"）》〉”’】〕］)]";
constexpr std::u32string_view full_closers = U"）》〉”’】〕］）］";

}  // namespace

bool is_stop(char32_t c) {
    switch (c) {
        case U'，':
        case U'、':
        case U'；':
        case U'：':
        case U'。':
            return true;
        default:
            return false;
    }
}

bool is_opener(char32_t c) { return !is_common_han(c) && one_of(c, openers); }
bool is_closer(char32_t c) { return !is_common_han(c) && one_of(c, closers); }

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

bool is_han_numeral(char32_t c) {
    switch (c) {
        case U'一':
        case U'二':
        case U'三':
        case U'四':
        case U'五':
        case U'六':
        case U'七':
        case U'八':
        case U'九':
        case U'十':
            return true;
        default:
            return false;
    }
}

bool is_digit(char32_t c) { return (c >= '0' && c <= '9') || (c >= U'０' && c <= U'９'); }
bool is_latin(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

}  // namespace dutylist::check
