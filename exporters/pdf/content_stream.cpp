#include "exporters/pdf/content_stream.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace dutylist::pdf {

void append_number(std::string& text, double value, int decimals) {
    static constexpr std::array<std::int64_t, 6> powers{1, 10, 100, 1000, 10'000, 100'000};
    const std::int64_t power = powers[static_cast<std::size_t>(decimals)];
    const double bounded = std::isnan(value) ? 0 : std::clamp(value, -1e9, 1e9);
    std::int64_t scaled = std::llround(bounded * static_cast<double>(power));
    if (scaled < 0) {
        text.push_back('-');
        scaled = -scaled;
    }
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), scaled / power);
    text.append(digits.data(), end.ptr);
    std::int64_t fraction = scaled % power;
    if (fraction == 0) return;
    text.push_back('.');
    for (std::int64_t place = power / 10; fraction != 0; place /= 10) {
        text.push_back(static_cast<char>('0' + fraction / place));
        fraction %= place;
    }
}

void ContentStream::separate() {
    if (pending_) bytes_.push_back(' ');
    pending_ = true;
}

ContentStream& ContentStream::number(double value, int decimals) {
    separate();
    append_number(bytes_, value, decimals);
    return *this;
}

ContentStream& ContentStream::name(std::string_view name) {
    bytes_.push_back('/');
    bytes_.append(name);
    pending_ = true;
    return *this;
}

ContentStream& ContentStream::raw(std::string_view bytes) {
    bytes_.append(bytes);
    pending_ = false;
    return *this;
}

ContentStream& ContentStream::string(std::string_view bytes) {
    begin_string();
    for (const char c : bytes) byte(static_cast<unsigned char>(c));
    end_string();
    return *this;
}

void ContentStream::op(std::string_view name) {
    if (pending_) bytes_.push_back(' ');
    bytes_.append(name);
    bytes_.push_back('\n');
    pending_ = false;
}

void ContentStream::begin_string() {
    bytes_.push_back('(');
    pending_ = false;
}

void ContentStream::byte(unsigned char value) {
    // Readers turn a bare CR into LF (ISO 32000-1 7.3.4.2); the other three are the syntax itself.
    switch (value) {
        case '\r':
            bytes_.append("\\r");
            return;
        case '(':
        case ')':
        case '\\':
            bytes_.push_back('\\');
            break;
        default:
            break;
    }
    bytes_.push_back(static_cast<char>(value));
}

void ContentStream::code(std::uint16_t code) {
    byte(static_cast<unsigned char>(code >> 8));
    byte(static_cast<unsigned char>(code & 0xFF));
}

void ContentStream::end_string() {
    bytes_.push_back(')');
    pending_ = false;
}

}  // namespace dutylist::pdf
