#include "pipeline/recognition/impossible_month.h"

#include <algorithm>
#include <string>

#include "pipeline/model/period.h"
#include "pipeline/text/chinese_number.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

constexpr std::size_t longest_line = 400;
constexpr std::size_t most_digits = 6;

// Of a number: a digit of any kind, or a blank between them.
bool is_of_number(char32_t c) {
    static constexpr std::u32string_view words = U"〇○零一二三四五六七八九十";
    return digit_value(c) >= 0 || words.find(c) != words.npos || c == U' ' || c == U'　';
}

std::size_t begin_of_number(std::string_view text, std::size_t end) {
    while (end > 0) {
        const Decoded before = decode_before(text, end);
        if (!is_of_number(before.character)) break;
        end -= before.bytes;
    }
    return end;
}

bool is_year(std::string_view text) {
    const auto year = parse_number(without_white_space(text));
    return year && *year >= 1949 && *year <= 2999;
}

}  // namespace

std::string_view find_impossible_month(std::string_view line) {
    constexpr std::string_view year_mark = "年";
    constexpr std::string_view month_mark = "月";
    line = trimmed(line);
    if (line.size() > longest_line) return {};
    for (std::size_t at = line.find(year_mark); at != line.npos;
         at = line.find(year_mark, at + year_mark.size())) {
        const std::size_t begin = begin_of_number(line, at);
        const std::size_t month = line.find(month_mark, at);
        if (month == line.npos) return {};
        const std::size_t month_begin = at + year_mark.size();
        const std::string_view number = trimmed(line.substr(month_begin, month - month_begin));
        if (number.empty() || count_characters(number) > most_digits ||
            begin_of_number(line, month) > month_begin || !is_year(line.substr(begin, at - begin)))
            continue;
        const std::string_view whole =
            trimmed(line.substr(begin, month + month_mark.size() - begin));
        if (!parse_period(whole)) return whole;
    }
    const std::size_t separator = line.find_first_of("-/.");
    if (separator == line.npos || parse_period(line)) return {};
    const std::string_view after = line.substr(separator + 1);
    const bool digits = after.size() == 2 && std::all_of(after.begin(), after.end(), [](char c) {
                            return c >= '0' && c <= '9';
                        });
    return digits && is_year(line.substr(0, separator)) ? line : std::string_view();
}

}  // namespace dutylist
