#include "pipeline/text/chinese_number.h"

#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

constexpr std::u32string_view digits = U"〇一二三四五六七八九";

int digit_of(char32_t c) {
    if (const int value = digit_value(c); value >= 0) return value;
    if (c == U'零' || c == U'○') return 0;
    if (c == U'两') return 2;
    const std::size_t at = digits.find(c);
    return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

int unit_of(char32_t c) { return c == U'十' ? 10 : c == U'百' ? 100 : c == U'千' ? 1000 : 0; }

}  // namespace

int digit_value(char32_t c) {
    if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
    if (c >= U'０' && c <= U'９') return static_cast<int>(c - U'０');
    return -1;
}

std::optional<int> parse_number(std::string_view utf8) {
    constexpr std::size_t most_characters = 9;
    if (utf8.size() > 4 * most_characters) return {};
    const std::u32string text = to_utf32(utf8);
    if (text.empty() || text.size() > most_characters) return {};
    bool has_unit = false;
    for (char32_t c : text) has_unit = has_unit || unit_of(c) != 0;

    int total = 0;
    if (!has_unit) {
        if (text.size() > 4) return {};
        for (char32_t c : text) {
            if (digit_of(c) < 0) return {};
            total = total * 10 + digit_of(c);
        }
        return total > 0 ? std::optional(total) : std::nullopt;
    }
    int pending = -1;
    int last_unit = 10000;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int unit = unit_of(text[i]);
        if (unit == 0) {
            const int digit = digit_of(text[i]);
            if (digit < 0 || (pending > 0)) return {};
            pending = digit;
            continue;
        }
        const bool leading_ten = unit == 10 && i == 0;
        if (unit >= last_unit || (pending <= 0 && !leading_ten)) return {};
        total += (leading_ten ? 1 : pending) * unit;
        pending = -1;
        last_unit = unit;
    }
    if (pending > 0) total += pending;
    return total;
}

std::string chinese_number(int number) {
    static constexpr std::u32string_view units = U" 十百千";
    if (number <= 0) return "〇";
    std::u32string text;
    bool gap = false;
    for (int place = 3, scale = 1000; place >= 0; --place, scale /= 10) {
        const int digit = number / scale % 10;
        if (digit == 0) {
            gap = !text.empty();
            continue;
        }
        if (gap) text += U'零';
        gap = false;
        const bool leading_ten = place == 1 && digit == 1 && text.empty();
        if (!leading_ten) text += digits[static_cast<std::size_t>(digit)];
        if (place > 0) text += units[static_cast<std::size_t>(place)];
    }
    std::string result;
    for (char32_t c : text) append_utf8(result, c);
    return result;
}

std::string chinese_digits(int number) {
    std::string result;
    for (char c : std::to_string(number))
        append_utf8(result, digits[static_cast<std::size_t>(c - '0')]);
    return result;
}

}  // namespace dutylist
