#include "importers/number_formats/decimal_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>

#include "importers/draft_building/number_text.h"
#include "pipeline/text/decimal.h"
#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

using Kind = FormatToken::Kind;
using Tokens = std::vector<FormatToken>;

constexpr std::size_t most_decimals = 30;

std::string in_digits_of(int chinese, const std::string& text) {
    if (chinese == 0) return text;
    static constexpr std::array<std::u32string_view, 3> digits{
        U"〇一二三四五六七八九", U"零壹贰叁肆伍陆柒捌玖", U"０１２３４５６７８９"};
    std::string result;
    for (char c : text) {
        if (c >= '0' && c <= '9') {
            append_utf8(
                result,
                digits[static_cast<std::size_t>(chinese - 1)][static_cast<std::size_t>(c - '0')]);
        } else {
            result += c;
        }
    }
    return result;
}

// As General shows it.
std::string general(double value, int chinese) {
    const bool whole = value == std::floor(value) && value < 1e15;
    const std::string plain = whole ? fixed_point(value, 0) : significant_digits(value, 15);
    if (chinese == 0 || chinese == 3 || !whole || value > 9999) return in_digits_of(chinese, plain);
    const bool formal = chinese == 2;
    std::string text =
        number_text(static_cast<int>(value), formal ? "chineseLegalSimplified" : "chineseCounting")
            .value_or(plain);
    // Here ten is one ten, and the zero of DBNum1 is a circle.
    if (text.starts_with("十") || text.starts_with("拾")) text.insert(0, formal ? "壹" : "一");
    const std::string_view zero = "零";
    if (const std::size_t at = text.find(zero); !formal && at != std::string::npos)
        text.replace(at, zero.size(), "〇");
    return text;
}

// The digits of the whole part put into their places from the right; more of them stand in the
// first.
std::string whole_part(const Tokens& tokens, std::string digits, bool thousands, int chinese) {
    if (digits == "0") digits.clear();
    std::size_t places = 0;
    for (const FormatToken& token : tokens) places += token.kind == Kind::digit;
    std::string text;
    std::size_t place = 0;
    std::size_t used = 0;
    const auto put = [&](std::size_t left, std::string_view digit) {
        text += in_digits_of(chinese, std::string(digit));
        if (thousands && left > 0 && left % 3 == 0) text += ',';
    };
    for (const FormatToken& token : tokens) {
        if (token.kind == Kind::comma) continue;
        if (token.kind != Kind::digit) {
            text += token.text;
            continue;
        }
        const std::size_t left = places - place - 1;  // places to the right of this one
        if (place == 0) {
            while (digits.size() - used > left + 1) {
                const std::size_t behind = digits.size() - used - 1;
                put(behind, digits.substr(used++, 1));
            }
        }
        if (digits.size() - used > left) {
            put(left, digits.substr(used++, 1));
        } else if (token.text == "0") {
            put(left, "0");
        } else if (token.text == "?") {
            text += ' ';
        }
        ++place;
    }
    return text;
}

std::string decimals(const Tokens& tokens, const std::string& digits, int chinese) {
    std::size_t shown = digits.size();
    std::size_t place = digits.size();
    for (auto token = tokens.rbegin(); token != tokens.rend() && place > 0; ++token) {
        if (token->kind != Kind::digit) continue;
        if (token->text == "0" || digits[place - 1] != '0') break;
        shown = --place;
    }
    std::string text;
    std::size_t at = 0;
    for (const FormatToken& token : tokens) {
        if (token.kind == Kind::digit) {
            if (at < shown) text += in_digits_of(chinese, digits.substr(at, 1));
            ++at;
        } else if (token.kind != Kind::comma) {
            text += token.text;
        }
    }
    return text;
}

struct Split {
    Tokens before;
    Tokens after;
    bool found = false;
};
Split split_at(const Tokens& tokens, Kind kind) {
    Split parts;
    for (const FormatToken& token : tokens) {
        if (!parts.found && token.kind == kind) {
            parts.found = true;
        } else {
            (parts.found ? parts.after : parts.before).push_back(token);
        }
    }
    return parts;
}

std::size_t count_digits(const Tokens& tokens) {
    return static_cast<std::size_t>(std::count_if(
        tokens.begin(), tokens.end(), [](const auto& token) { return token.kind == Kind::digit; }));
}

// A comma between digits parts thousands, one behind the last digit divides by a thousand.
struct Commas {
    bool thousands = false;
    int thousandths = 0;
};
Commas commas_of(const Tokens& tokens) {
    Commas commas;
    bool digit_after = false;
    for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
        if (token->kind == Kind::digit) digit_after = true;
        if (token->kind != Kind::comma) continue;
        if (digit_after) {
            commas.thousands = true;
        } else {
            ++commas.thousandths;
        }
    }
    return commas;
}

std::string plain(double value, const Tokens& tokens, int chinese) {
    const Split parts = split_at(tokens, Kind::point);
    const Commas commas = commas_of(tokens);
    for (int i = 0; i < commas.thousandths; ++i) value /= 1000;
    const std::size_t places = std::min(count_digits(parts.after), most_decimals);
    const std::string digits = half_up(value, static_cast<int>(places));
    const std::size_t point = std::min(digits.find('.'), digits.size());
    std::string text = whole_part(parts.before, digits.substr(0, point), commas.thousands, chinese);
    if (!parts.found) return text;
    return text + '.' +
           decimals(parts.after, point < digits.size() ? digits.substr(point + 1) : "", chinese);
}

std::string exponential(double value, const Tokens& tokens) {
    const Split parts = split_at(tokens, Kind::exponent);
    const Split mantissa = split_at(parts.before, Kind::point);
    const auto whole = static_cast<int>(std::max<std::size_t>(count_digits(mantissa.before), 1));
    int exponent = value == 0 ? 0 : static_cast<int>(std::floor(std::log10(value)));
    // More than one digit before the point: the exponent is a multiple of their number.
    exponent = whole > 1
                   ? static_cast<int>(std::floor(static_cast<double>(exponent) / whole)) * whole
                   : exponent;
    double scaled = value / std::pow(10, exponent);
    const std::size_t places = std::min(count_digits(mantissa.after), most_decimals);
    if (std::stod(half_up(scaled, static_cast<int>(places))) >= std::pow(10, whole)) {
        exponent += whole;
        scaled = value / std::pow(10, exponent);
    }
    bool plus = false;
    for (const FormatToken& token : tokens)
        plus = plus || (token.kind == Kind::exponent && token.text == "+");
    std::string text = plain(scaled, parts.before, 0) + "E";
    text += exponent < 0 ? "-" : plus ? "+" : "";
    return text + whole_part(parts.after, std::to_string(std::abs(exponent)), false, 0);
}

// "# ?/?": a whole number, and the nearest fraction whose denominator has so many digits.
std::string fraction(double value, const Tokens& tokens) {
    const Split parts = split_at(tokens, Kind::slash);
    // The digits of the numerator end at the slash; what stands before a blank is the whole number.
    std::size_t numerator = parts.before.size();
    while (numerator > 0 && parts.before[numerator - 1].kind == Kind::digit) --numerator;
    const Tokens whole(parts.before.begin(),
                       parts.before.begin() + static_cast<std::ptrdiff_t>(numerator));
    const bool has_whole = count_digits(whole) > 0;
    std::string denominator_text;
    for (const FormatToken& token : parts.after) denominator_text += token.text;
    std::int64_t fixed = 0;
    std::from_chars(denominator_text.data(), denominator_text.data() + denominator_text.size(),
                    fixed);
    double number = has_whole ? std::floor(value) : 0;
    const double rest = value - number;
    std::int64_t best = 1;
    if (fixed > 0) {
        best = fixed;
    } else {
        const auto largest = static_cast<std::int64_t>(
            std::pow(10, std::clamp<std::size_t>(count_digits(parts.after), 1, 4)) - 1);
        double error = 2;
        for (std::int64_t denominator = 1; denominator <= largest; ++denominator) {
            const double d = static_cast<double>(denominator);
            const double off = std::fabs(rest - std::round(rest * d) / d);
            if (off + 1e-12 >= error) continue;
            error = off;
            best = denominator;
        }
    }
    auto top = static_cast<std::int64_t>(std::round(rest * static_cast<double>(best)));
    if (has_whole && top == best) {
        number += 1;
        top = 0;
    }
    if (has_whole && top == 0) return whole_part(whole, fixed_point(number, 0), false, 0);
    std::string text = has_whole && number > 0 ? whole_part(whole, fixed_point(number, 0), false, 0)
                                               : std::string();
    return text + std::to_string(top) + "/" + std::to_string(best);
}

}  // namespace

std::string show_decimal(double value, const FormatSection& section) {
    const Tokens& tokens = section.tokens;
    if (section.has(Kind::general)) {
        std::string text;
        for (const FormatToken& token : tokens)
            text +=
                token.kind == Kind::general ? general(value, section.chinese_digits) : token.text;
        return text;
    }
    for (const FormatToken& token : tokens) {
        if (token.kind == Kind::percent) value *= 100;
    }
    if (section.has(Kind::exponent)) return exponential(value, tokens);
    const bool is_fraction = section.has(Kind::slash) && section.has(Kind::digit);
    if (is_fraction) return fraction(value, tokens);
    if (!section.has(Kind::digit)) {
        std::string text;
        for (const FormatToken& token : tokens) text += token.text;
        return text;
    }
    return plain(value, tokens, section.chinese_digits);
}

}  // namespace dutylist
