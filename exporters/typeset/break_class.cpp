#include "exporters/typeset/break_class.h"

#include <string_view>

#include "pipeline/text/character_class.h"

namespace dutylist::typeset {
namespace {

bool contains(std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
}

bool is_word(BreakClass type) { return type == BreakClass::letter || type == BreakClass::digit; }

// Unwelcome, but no violation.
constexpr float discouraged = 300;

BreakClass ascii_class(char32_t c) {
    if (c >= '0' && c <= '9') return BreakClass::digit;
    switch (c) {
        case ' ':
            return BreakClass::space;
        case '(':
        case '[':
        case '{':
            return BreakClass::western_open;
        case ')':
        case ']':
        case '}':
        case ',':
        case '.':
        case ';':
        case ':':
        case '!':
        case '?':
            return BreakClass::western_close;
        case '/':
            return BreakClass::slash;
        case '-':
        case '~':
            return BreakClass::hyphen;
        case '$':
        case '#':
            return BreakClass::prefix;
        case '%':
            return BreakClass::postfix;
        default:
            return BreakClass::letter;
    }
}

}  // namespace

BreakClass break_class(char32_t c) {
    if (is_han(c)) return BreakClass::han;
    if (c < 0x80) return ascii_class(c);
    if (contains(U"（《〈「『“‘【〔〖［｛｟", c)) return BreakClass::opener;
    if (contains(U"，。、；：？！）》〉」』”’】〕〗］｝｠．､｡々〻ー", c)) return BreakClass::closer;
    if (contains(U"·‧・～", c)) return BreakClass::middle;
    if (c == U'—' || c == U'―' || c == U'⸺') return BreakClass::dash;
    if (c == U'…' || c == U'⋯' || c == U'‥') return BreakClass::ellipsis;
    if (c >= U'０' && c <= U'９') return BreakClass::digit;
    if (c == U'／') return BreakClass::slash;
    if (contains(U"‐‑–－", c)) return BreakClass::hyphen;
    if (contains(U"￥¥＄№＃§£€", c)) return BreakClass::prefix;
    if (contains(U"％‰℃℉°′″㎡㎞㎏㎝㎜", c)) return BreakClass::postfix;
    if (is_white_space(c)) return BreakClass::space;
    if (display_width(c) == 2) return BreakClass::han;
    return BreakClass::letter;
}

bool is_unit(char32_t c) {
    return contains(
        U"年月日号时分秒周天岁元角万亿千百个人名户家村亩米公里吨克升斤平立次项条款章节期批件"
        U"级类届处座所位层楼度倍台套辆只头株本份张类",
        c);
}

float break_penalty(const Neighbour& before, const Neighbour& after, bool after_space) {
    using enum BreakClass;
    const BreakClass a = before.type;
    const BreakClass b = after.type;
    if (a == opener || a == western_open || a == prefix || a == slash) return forbidden;
    if (b == closer || b == middle || b == western_close || b == slash || b == ellipsis) {
        return forbidden;
    }
    if (after_space) return b == hyphen || b == postfix ? forbidden : 0;
    if (b == postfix || b == hyphen) return forbidden;
    if (a == dash && b == dash) return forbidden;
    if (b == dash) return discouraged;
    if (a == hyphen) return is_word(b) ? (b == digit ? forbidden : discouraged) : 0;
    if (a == middle) return is_word(b) ? forbidden : 0;
    if (is_word(a) && (is_word(b) || b == western_open)) return forbidden;
    if (a == postfix && b == letter) return forbidden;
    if (a == western_close) {
        // 3.5, 1.核查: a figure's point and an item number stay with what follows.
        if (is_word(b)) return forbidden;
        return before.character == '.' ? forbidden : 0;
    }
    if (a == digit && is_unit(after.character)) return forbidden;
    if (before.character == U'第' && b == digit) return forbidden;
    return 0;
}

bool takes_gap(BreakClass a, BreakClass b) {
    const auto western = [](BreakClass type) {
        return type == BreakClass::letter || type == BreakClass::digit;
    };
    if (a == BreakClass::han) return western(b) || b == BreakClass::western_open;
    if (b != BreakClass::han) return false;
    return western(a) || a == BreakClass::postfix;
}

bool may_expand(BreakClass a, BreakClass b) {
    using enum BreakClass;
    if (a == opener || a == western_open || a == prefix || a == slash || a == hyphen) return false;
    if (b == closer || b == western_close || b == postfix || b == slash || b == hyphen) {
        return false;
    }
    if (a == middle || b == middle) return false;
    if (is_word(a) && is_word(b)) return false;
    if (a == western_close && is_word(b)) return false;
    if (a == dash && b == dash) return false;
    if (a == ellipsis && b == ellipsis) return false;
    return true;
}

}  // namespace dutylist::typeset
