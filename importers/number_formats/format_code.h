#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dutylist {

// A piece of a number format's section.
struct FormatToken {
    enum class Kind : std::uint8_t {
        literal,  // shown as it is
        digit,    // 0 # ?
        point,    // the decimal point
        comma,    // between digits: thousands; behind them: a thousandth
        percent,
        exponent,  // E+ or E-
        slash,     // of a fraction
        date,      // a run of one letter: y m d h s a e
        elapsed,   // [h] [m] [s]
        half_day,  // AM/PM, A/P, 上午/下午
        text,      // @
        general,
    };
    Kind kind = Kind::literal;
    std::string text;
};

// A section of a number format (ECMA-376 part 1, 18.8.31): what is shown of the numbers it is for.
struct FormatSection {
    std::vector<FormatToken> tokens;
    int chinese_digits = 0;  // [DBNum1] to [DBNum3]
    bool chinese = false;    // [$-804] and its kin: names of months and days
    std::string condition;   // "<", ">=" …; "" for none
    double limit = 0;

    bool has(FormatToken::Kind kind) const;
    bool shows_date() const;
};

std::vector<FormatSection> parse_format(std::string_view code);

}  // namespace dutylist
