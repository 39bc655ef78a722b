#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

constexpr Decoded broken{U'\uFFFD', 1};

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

}  // namespace

Decoded decode_at(std::string_view text, std::size_t offset) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
    const std::size_t left = text.size() - offset;
    const unsigned char first = byte(0);
    if (first < 0x80) return {first, 1};
    if (first < 0xC2) return broken;
    if (first < 0xE0) {
        if (left < 2 || !is_continuation(byte(1))) return broken;
        return {static_cast<char32_t>((first & 0x1F) << 6 | (byte(1) & 0x3F)), 2};
    }
    if (first < 0xF0) {
        if (left < 3 || !is_continuation(byte(1)) || !is_continuation(byte(2))) return broken;
        const auto c =
            static_cast<char32_t>((first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F));
        const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
        return c < 0x800 || surrogate ? broken : Decoded{c, 3};
    }
    if (first < 0xF5) {
        if (left < 4 || !is_continuation(byte(1)) || !is_continuation(byte(2)) ||
            !is_continuation(byte(3)))
            return broken;
        const auto c = static_cast<char32_t>((first & 0x07) << 18 | (byte(1) & 0x3F) << 12 |
                                             (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F));
        return c < 0x10000 || c > 0x10FFFF ? broken : Decoded{c, 4};
    }
    return broken;
}

Decoded decode_before(std::string_view text, std::size_t offset) {
    if (offset == 0) return {0, 0};
    std::size_t start = offset - 1;
    while (start > 0 && offset - start < 4 &&
           is_continuation(static_cast<unsigned char>(text[start])))
        --start;
    const Decoded decoded = decode_at(text, start);
    return start + decoded.bytes == offset ? decoded : broken;
}

void append_utf8(std::string& text, char32_t c) {
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0 | c >> 6);
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0 | c >> 12);
        text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | c >> 18);
        text += static_cast<char>(0x80 | (c >> 12 & 0x3F));
        text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    }
}

std::string to_utf8(char32_t character) {
    std::string text;
    append_utf8(text, character);
    return text;
}

std::u32string to_utf32(std::string_view text) {
    std::u32string result;
    result.reserve(text.size() / 3 + 1);
    for (const Decoded& d : Characters(text)) result += d.character;
    return result;
}

bool is_valid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        if (first < 0x80) {
            ++i;
            continue;
        }
        // Most Chinese characters, without a closer look.
        if (first >= 0xE1 && first <= 0xEC && text.size() - i > 2 &&
            is_continuation(static_cast<unsigned char>(text[i + 1])) &&
            is_continuation(static_cast<unsigned char>(text[i + 2]))) {
            i += 3;
            continue;
        }
        const Decoded d = decode_at(text, i);
        if (d.bytes == 1) return false;
        i += d.bytes;
    }
    return true;
}

std::string to_valid_utf8(std::string_view text) {
    if (is_valid_utf8(text)) return std::string(text);
    std::string valid;
    for (const Decoded decoded : Characters(text)) append_utf8(valid, decoded.character);
    return valid;
}

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (char c : text) count += !is_continuation(static_cast<unsigned char>(c));
    return count;
}

std::size_t count_utf16_units(std::string_view text) {
    std::size_t count = 0;
    for (char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        count += is_continuation(byte) ? 0 : byte >= 0xF0 ? 2 : 1;
    }
    return count;
}

}  // namespace dutylist
