#include "importers/mapped_xml/xpath_value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <unordered_map>

#include "pipeline/text/utf8.h"

namespace dutylist::xpath {
namespace {

constexpr std::string_view blanks = " \t\r\n";

}  // namespace

double number_of(std::string_view text) {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return none;
    text = text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
    const std::string_view digits = text.substr(text.front() == '-' ? 1 : 0);
    const bool is_number = digits.find_first_not_of("0123456789.") == std::string_view::npos &&
                           digits.find_first_of("0123456789") != std::string_view::npos &&
                           std::count(digits.begin(), digits.end(), '.') <= 1;
    if (!is_number) return none;
    double number = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (result.ec != std::errc()) return none;
    return text.front() == '-' ? -number : number;
}

std::string text_of(double number) {
    if (std::isnan(number)) return "NaN";
    if (std::isinf(number)) return number < 0 ? "-Infinity" : "Infinity";
    if (number == 0) return "0";
    std::array<char, 1100> digits{};  // the longest double has 1,077 characters
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                   std::chars_format::fixed)
                         .ptr;
    return {digits.data(), end};
}

double rounded(double number) { return std::isfinite(number) ? std::floor(number + 0.5) : number; }

std::string substring(std::string_view text, double first, double length) {
    const double begin = rounded(first);
    const double end = begin + rounded(length);
    std::string part;
    double position = 0;
    for (std::size_t i = 0; i < text.size();) {
        const Decoded d = decode_at(text, i);
        ++position;
        if (position >= begin && position < end) part += text.substr(i, d.bytes);
        i += d.bytes;
    }
    return part;
}

std::string translated(std::string_view text, std::string_view from, std::string_view to) {
    const std::u32string targets = to_utf32(to);
    std::unordered_map<char32_t, std::size_t> places;
    const std::u32string sources = to_utf32(from);
    for (std::size_t i = 0; i < sources.size(); ++i) places.try_emplace(sources[i], i);
    std::string result;
    for (const Decoded d : Characters(text)) {
        const auto place = places.find(d.character);
        if (place == places.end()) {
            append_utf8(result, d.character);
        } else if (place->second < targets.size()) {
            append_utf8(result, targets[place->second]);
        }
    }
    return result;
}

std::string with_single_blanks(std::string_view text) {
    std::string result;
    for (std::size_t at = text.find_first_not_of(blanks); at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
        if (!result.empty()) result += ' ';
        result += text.substr(at, end - at);
        at = text.find_first_not_of(blanks, end);
    }
    return result;
}

}  // namespace dutylist::xpath
