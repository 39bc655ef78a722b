#include "pipeline/text/decimal.h"

#include <array>
#include <charconv>

namespace dutylist {
namespace {

std::string written(double value, std::chars_format format, int precision) {
    // The largest double has 309 digits before its point.
    std::array<char, 512> text{};
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), value, format, precision);
    return error == std::errc() ? std::string(text.data(), end) : std::string();
}

}  // namespace

std::string fixed_point(double value, int decimals) {
    return written(value, std::chars_format::fixed, decimals);
}

std::string significant_digits(double value, int precision) {
    return written(value, std::chars_format::general, precision);
}

}  // namespace dutylist
