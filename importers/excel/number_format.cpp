#include "importers/excel/number_format.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>

#include "pipeline/text/chinese_number.h"
#include "pipeline/text/decimal.h"

namespace dutylist {
namespace {

constexpr double last_day = 2958465;  // 9999-12-31

std::optional<double> parse(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return {};
    return value;
}

// Calls `visit` with each run of one date letter (lower case), and each literal character.
template <typename Letters, typename Literal>
void walk(std::string_view pattern, Letters letters, Literal literal) {
    for (std::size_t i = 0; i < pattern.size();) {
        const char c = pattern[i];
        if (c == '"') {
            const std::size_t end = std::min(pattern.find('"', i + 1), pattern.size());
            literal(pattern.substr(i + 1, end - i - 1));
            i = end + 1;
        } else if (c == '\\' || c == '_' || c == '*') {
            if (c == '\\') literal(pattern.substr(i + 1, 1));
            i += 2;
        } else if (c == '[') {
            i = std::min(pattern.find(']', i), pattern.size() - 1) + 1;
        } else {
            const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            std::size_t end = i + 1;
            while (end < pattern.size() && (pattern[end] | 0x20) == (c | 0x20)) ++end;
            if (lower == 'y' || lower == 'm' || lower == 'd' || lower == 'h' || lower == 's') {
                letters(lower, end - i);
                i = end;
            } else {
                literal(pattern.substr(i, 1));
                ++i;
            }
        }
    }
}

std::string shown(int number, std::size_t digits, bool chinese) {
    if (chinese) return digits >= 4 ? chinese_digits(number) : chinese_number(number);
    std::string text = std::to_string(number);
    if (text.size() < digits) text.insert(0, digits - text.size(), '0');
    return text;
}

}  // namespace

std::string date_pattern(std::string_view code) {
    const std::string_view section = code.substr(0, code.find(';'));
    bool has_year_or_day = false;
    bool has_month = false;
    bool has_time = false;
    walk(
        section,
        [&](char letter, std::size_t) {
            has_year_or_day = has_year_or_day || letter == 'y' || letter == 'd';
            has_month = has_month || letter == 'm';
            has_time = has_time || letter == 'h' || letter == 's';
        },
        [](std::string_view) {});
    // A time of day alone is no date; "m" beside h or s means minutes.
    const bool is_date = has_year_or_day || (has_month && !has_time);
    return is_date ? std::string(section) : std::string();
}

std::string built_in_date_pattern(unsigned id) {
    switch (id) {
        case 14:
        case 22:
            return "yyyy/m/d";
        case 15:
            return "d-mmm-yy";
        case 16:
            return "d-mmm";
        case 17:
            return "mmm-yy";
        case 27:
        case 36:
        case 50:
        case 52:
        case 57:
            return "yyyy\"年\"m\"月\"";
        case 28:
        case 29:
        case 51:
        case 53:
        case 54:
        case 58:
            return "m\"月\"d\"日\"";
        case 30:
            return "m-d-yy";
        case 31:
            return "yyyy\"年\"m\"月\"d\"日\"";
        default:
            return {};
    }
}

std::string show_date(std::string_view serial, std::string_view pattern, bool from_1904) {
    const std::optional<double> value = parse(serial);
    if (!value || *value < 0 || *value > last_day) return std::string(serial);
    auto day = static_cast<int>(std::floor(*value));
    // Excel counts a 29 February 1900, which never was.
    if (from_1904) {
        day += 1462;
    } else if (day < 60) {
        ++day;
    }
    using namespace std::chrono;
    const year_month_day date{sys_days{year{1899} / December / 30} + days{day}};
    const int y = static_cast<int>(date.year());
    const int m = static_cast<int>(static_cast<unsigned>(date.month()));
    const int d = static_cast<int>(static_cast<unsigned>(date.day()));

    bool plain = true;  // only numbers and literals
    bool has_day = false;
    walk(
        pattern,
        [&](char letter, std::size_t length) {
            has_day = has_day || letter == 'd';
            plain = plain && letter != 'h' && letter != 's' && length != 3;
        },
        [](std::string_view) {});
    const bool chinese = pattern.find("DBNum1") != std::string_view::npos;
    const std::string_view used = plain     ? pattern
                                  : has_day ? std::string_view("yyyy\"年\"m\"月\"d\"日\"")
                                            : std::string_view("yyyy\"年\"m\"月\"");
    std::string text;
    walk(
        used,
        [&](char letter, std::size_t length) {
            if (letter == 'y') text += shown(length <= 2 ? y % 100 : y, length, chinese);
            if (letter == 'm') text += shown(m, std::min<std::size_t>(length, 2), chinese);
            if (letter == 'd') text += shown(d, std::min<std::size_t>(length, 2), chinese);
        },
        [&](std::string_view literal) {
            if (literal != "@") text += literal;
        });
    return text;
}

std::string show_number(std::string_view number) {
    bool digits_only = !number.empty();
    for (char c : number) digits_only = digits_only && c >= '0' && c <= '9';
    if (digits_only) return std::string(number);
    const std::optional<double> value = parse(number);
    if (!value) return std::string(number);
    const bool whole = *value == std::floor(*value) && std::fabs(*value) < 1e15;
    return whole ? fixed_point(*value, 0) : significant_digits(*value, 15);
}

}  // namespace dutylist
