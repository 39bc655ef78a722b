#include "importers/hypertext/character_reference.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <libxml/HTMLparser.h>

#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

// What browsers show for &#128; to &#159; (HTML standard, 13.2.5.80): the characters of
// windows-1252.
constexpr std::array<char32_t, 32> windows_1252{
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
    0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::optional<HtmlCharacterReference> numeric(std::string_view text) {
    const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
    const char* const begin = text.data() + (hexadecimal ? 3 : 2);
    const char* const end = text.data() + std::min<std::size_t>(text.size(), 12);
    unsigned long value = 0;
    if (begin >= end) return {};
    const auto [last, error] = std::from_chars(begin, end, value, hexadecimal ? 16 : 10);
    if (error != std::errc() || last == begin) return {};
    auto bytes = static_cast<std::size_t>(last - text.data());
    if (bytes < text.size() && text[bytes] == ';') ++bytes;
    if (value >= 0x80 && value < 0xA0) value = windows_1252[value - 0x80];
    const bool character = value > 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    if (!character) return {};
    return HtmlCharacterReference{to_utf8(static_cast<char32_t>(value)), bytes};
}

}  // namespace

std::optional<HtmlCharacterReference> read_character_reference(std::string_view text) {
    if (text.size() < 3) return {};
    if (text[1] == '#') return numeric(text);
    std::size_t end = 1;
    while (end < text.size() && end < 32 && is_name_character(text[end])) ++end;
    const std::string name(text.substr(1, end - 1));
    const bool closed = end < text.size() && text[end] == ';';
    if (name == "apos" && closed) return HtmlCharacterReference{"'", end + 1};
    static constexpr std::array<std::string_view, 5> known_open{"nbsp", "amp", "lt", "gt", "quot"};
    if (!closed && std::find(known_open.begin(), known_open.end(), name) == known_open.end()) {
        return {};
    }
    const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
    if (entity == nullptr) return {};
    return HtmlCharacterReference{to_utf8(entity->value), end + (closed ? 1 : 0)};
}

std::string without_references(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '&') {
            if (const auto reference = read_character_reference(text.substr(i))) {
                result += reference->text;
                i += reference->bytes;
                continue;
            }
        }
        result += text[i++];
    }
    return result;
}

}  // namespace dutylist
