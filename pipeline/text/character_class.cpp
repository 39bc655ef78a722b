#include "pipeline/text/character_class.h"

#include <unicode/uchar.h>

namespace dutylist {

bool is_white_space(char32_t c) {
    if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
    if (c > 0x3000 && c < 0xFEFF) return false;  // Han and its marks, without a look-up
    return c == 0xFEFF || u_isUWhiteSpace(static_cast<UChar32>(c));
}

bool is_han(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3005 ||
           c == 0x3007 || (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x323AF);
}

bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_full_width_mark(char32_t c) {
    switch (c) {
        case U'“':
        case U'”':
        case U'‘':
        case U'’':
        case U'…':
        case U'—':
        case U'·':
            return true;
        default:
            return (c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x3011) ||
                   (c >= 0x3014 && c <= 0x301F) || (c >= 0xFF01 && c <= 0xFF0F) ||
                   (c >= 0xFF1A && c <= 0xFF20) || (c >= 0xFF3B && c <= 0xFF40) ||
                   (c >= 0xFF5B && c <= 0xFF65);
    }
}

int display_width(char32_t c) {
    if (c < 0x300) return c == 0xB7 ? 2 : 1;
    if (c >= 0x4E00 && c <= 0x9FFF) return 2;  // without a look-up
    switch (c) {
        case U'“':
        case U'”':
        case U'‘':
        case U'’':
        case U'…':
        case U'—':
            return 2;
        default:
            break;
    }
    const auto character = static_cast<UChar32>(c);
    if ((U_GET_GC_MASK(character) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0) return 0;
    const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace dutylist
