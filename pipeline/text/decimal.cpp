#include "pipeline/text/decimal.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace dutylist {
namespace {

std::string written(double value, std::chars_format format, int precision) {
    // The largest double has 309 digits before its point.
    std::array<char, 512> text{};
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), value, format, precision);
    return error == std::errc() ? std::string(text.data(), end) : std::string();
}

// A value as digits: `number` / 10^places.
struct Decimal {
    std::uint64_t number = 0;
    int places = 0;
};

Decimal decimal_of(double value) {
    constexpr int kept = 15;  // any decimal of so many digits comes back from a double
    const std::string text = written(std::abs(value), std::chars_format::scientific, kept - 1);
    Decimal result;
    const std::size_t exponent = text.find('e');
    for (const char c : text.substr(0, exponent)) {
        if (c != '.') result.number = result.number * 10 + static_cast<std::uint64_t>(c - '0');
    }
    result.places = kept - 1 - std::atoi(text.c_str() + exponent + 1);
    return result;
}

}  // namespace

std::string half_up(double value, int decimals) {
    Decimal decimal = decimal_of(value);
    bool up = false;
    for (; decimal.places > decimals; --decimal.places) {
        up = decimal.number % 10 >= 5;
        decimal.number /= 10;
        if (decimal.number == 0 && !up) decimal.places = decimals + 1;
    }
    decimal.number += up;
    std::string text = std::to_string(decimal.number);
    if (decimal.number != 0 && decimal.places < decimals) {
        text.append(static_cast<std::size_t>(decimals - decimal.places), '0');
    }
    const auto fraction = static_cast<std::size_t>(decimals);
    if (text.size() <= fraction) text = std::string(fraction + 1 - text.size(), '0') + text;
    if (decimals > 0) text.insert(text.size() - fraction, 1, '.');
    return value < 0 && decimal.number != 0 ? "-" + text : text;
}

std::string fixed_point(double value, int decimals) {
    return written(value, std::chars_format::fixed, decimals);
}

std::string significant_digits(double value, int precision) {
    return written(value, std::chars_format::general, precision);
}

}  // namespace dutylist
