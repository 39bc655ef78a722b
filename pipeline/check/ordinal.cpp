#include "pipeline/check/ordinal.h"

#include <algorithm>

#include "pipeline/check/marks.h"
#include "pipeline/text/chinese_number.h"

namespace dutylist::check {
namespace {

constexpr std::size_t longest_digits = 2;  // clause numbers go to 99
constexpr std::size_t longest_numerals = 3;

// Of a run that is too long no more than tells it is.
std::size_t run_length(const CellCharacters& text, std::size_t index, bool (*belongs)(char32_t)) {
    std::size_t length = 0;
    while (length <= std::max(longest_digits, longest_numerals) &&
           belongs(text.at(static_cast<std::ptrdiff_t>(index + length))))
        ++length;
    return length;
}

// The number in Han numerals or digits at `index`; sets `length`.
std::uint32_t number_at(const CellCharacters& text, std::size_t index, bool& in_han,
                        std::size_t& length) {
    length = run_length(text, index, is_digit);
    in_han = length == 0;
    if (in_han) length = run_length(text, index, is_han_numeral);
    if (length == 0 || length > (in_han ? longest_numerals : longest_digits)) return 0;
    const auto number = parse_number(text.view(index, index + length));
    return number && *number > 0 && *number < 100 ? static_cast<std::uint32_t>(*number) : 0;
}

std::optional<Ordinal> in_brackets(const CellCharacters& text, std::size_t index) {
    bool in_han = false;
    std::size_t length = 0;
    const std::uint32_t number = number_at(text, index + 1, in_han, length);
    if (number == 0) return {};
    std::size_t end = index + 1 + length;
    const char32_t closer = text.at(static_cast<std::ptrdiff_t>(end));
    if (closer != U'）' && closer != ')') return {};
    Ordinal ordinal{static_cast<std::uint8_t>(in_han ? 2 : 4), true, number, index, ++end};
    const char32_t next = text.at(static_cast<std::ptrdiff_t>(end));
    if (next == U'、' || next == '.' || next == U'，' || next == U'．') {
        ordinal.proper = false;
        ++ordinal.end;
    }
    if (text[index] == '(' || closer == ')') ordinal.proper = false;
    return ordinal;
}

}  // namespace

std::optional<Ordinal> ordinal_at(const CellCharacters& text, std::size_t index,
                                  std::uint32_t expected) {
    const char32_t first = text.at(static_cast<std::ptrdiff_t>(index));
    if (first == U'（' || first == '(') return in_brackets(text, index);
    if (first >= U'①' && first <= U'⑳')
        return Ordinal{5, true, static_cast<std::uint32_t>(first - U'①' + 1), index, index + 1};
    if (!is_digit(first) && !is_han_numeral(first)) return {};
    bool in_han = false;
    std::size_t length = 0;
    const std::uint32_t number = number_at(text, index, in_han, length);
    if (number == 0) return {};
    const std::size_t end = index + length;
    const char32_t mark = text.at(static_cast<std::ptrdiff_t>(end));
    const char32_t next = text.at(static_cast<std::ptrdiff_t>(end + 1));
    const bool is_point = mark == '.' || mark == U'．';
    if (!in_han && (mark == U'）' || mark == ')')) return Ordinal{5, true, number, index, end + 1};
    if (!is_point && mark != U'、') return {};
    const bool awaited = is_point && !in_han && expected != 0 && number == expected;
    if (next == '.' || is_han_numeral(next)) return {};
    if (is_digit(next) && !awaited) return {};
    const bool proper = in_han ? mark == U'、' : is_point;
    return Ordinal{static_cast<std::uint8_t>(in_han ? 1 : 3), proper, number, index, end + 1};
}

std::string proper_form(const Ordinal& ordinal) {
    const int number = static_cast<int>(ordinal.number);
    switch (ordinal.level) {
        case 1:
            return chinese_number(number) + "、";
        case 2:
            return "（" + chinese_number(number) + "）";
        case 3:
            return std::to_string(number) + ".";
        case 4:
            return "（" + std::to_string(number) + "）";
        default:
            return {};
    }
}

}  // namespace dutylist::check
