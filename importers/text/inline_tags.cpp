#include "importers/text/inline_tags.h"

#include <algorithm>
#include <array>

namespace dutylist {
namespace {

constexpr std::size_t longest_tag = 1024;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

struct Name {
    std::string_view name;
    CellTag::Kind kind;
};
constexpr std::array<Name, 5> names{{{"p", CellTag::Kind::paragraph},
                                     {"ol", CellTag::Kind::ordered},
                                     {"ul", CellTag::Kind::unordered},
                                     {"li", CellTag::Kind::item},
                                     {"br", CellTag::Kind::line_break}}};

struct Entity {
    std::string_view name;
    char32_t character;
};
constexpr std::array<Entity, 17> entities{{{"amp", U'&'},
                                           {"lt", U'<'},
                                           {"gt", U'>'},
                                           {"quot", U'"'},
                                           {"apos", U'\''},
                                           {"nbsp", 0xA0},
                                           {"ensp", 0x2002},
                                           {"emsp", 0x2003},
                                           {"ldquo", U'“'},
                                           {"rdquo", U'”'},
                                           {"lsquo", U'‘'},
                                           {"rsquo", U'’'},
                                           {"mdash", U'—'},
                                           {"ndash", U'–'},
                                           {"hellip", U'…'},
                                           {"middot", 0xB7},
                                           {"times", 0xD7}}};

bool may_stand_in_text(std::uint32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n';
    if (c >= 0x7F && c <= 0x9F) return false;
    if (c >= 0xD800 && c <= 0xDFFF) return false;
    return c <= 0x10FFFF && (c & 0xFFFE) != 0xFFFE && !(c >= 0xFDD0 && c <= 0xFDEF);
}

}  // namespace

std::optional<CellTag> tag_at(std::string_view text) {
    if (text.size() < 3 || text[0] != '<') return {};
    std::size_t at = 1;
    CellTag tag;
    if (text[at] == '/') {
        tag.closing = true;
        ++at;
    }
    const std::size_t name_begin = at;
    while (at < text.size() && is_letter(text[at])) ++at;
    const std::string_view written = text.substr(name_begin, at - name_begin);
    const auto name = std::find_if(names.begin(), names.end(), [&](const Name& n) {
        return equal_ignoring_case(n.name, written);
    });
    if (name == names.end() || at >= text.size()) return {};
    tag.kind = name->kind;
    if (text[at] != '>' && text[at] != '/' && !is_blank(text[at])) return {};
    const std::size_t attributes_begin = at;
    char quote = 0;
    for (; at < text.size() && at < longest_tag; ++at) {
        const char c = text[at];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            tag.attributes = text.substr(attributes_begin, at - attributes_begin);
            tag.bytes = at + 1;
            return tag;
        } else if (c == '<') {
            return {};
        }
    }
    return {};
}

std::string_view attribute_of(std::string_view attributes, std::string_view name) {
    for (std::size_t at = 0; at < attributes.size();) {
        while (at < attributes.size() && !is_letter(attributes[at])) ++at;
        const std::size_t begin = at;
        while (at < attributes.size() && (is_letter(attributes[at]) || attributes[at] == '-')) ++at;
        const std::string_view found = attributes.substr(begin, at - begin);
        while (at < attributes.size() && is_blank(attributes[at])) ++at;
        std::string_view value;
        if (at < attributes.size() && attributes[at] == '=') {
            ++at;
            while (at < attributes.size() && is_blank(attributes[at])) ++at;
            if (at < attributes.size() && (attributes[at] == '"' || attributes[at] == '\'')) {
                const std::size_t end = attributes.find(attributes[at], at + 1);
                const std::size_t stop = std::min(end, attributes.size());
                value = attributes.substr(at + 1, stop - at - 1);
                at = stop + 1;
            } else {
                const std::size_t value_begin = at;
                while (at < attributes.size() && !is_blank(attributes[at])) ++at;
                value = attributes.substr(value_begin, at - value_begin);
            }
        }
        if (equal_ignoring_case(found, name)) return value;
    }
    return {};
}

std::optional<CellCharacterReference> reference_at(std::string_view text) {
    constexpr std::size_t longest_reference = 12;
    if (text.size() < 3 || text[0] != '&') return {};
    const std::size_t end = text.substr(0, longest_reference).find(';');
    if (end == std::string_view::npos) return {};
    const std::string_view name = text.substr(1, end - 1);
    if (name.size() > 1 && name[0] == '#') {
        const bool hexadecimal = lower(name[1]) == 'x';
        const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
        if (digits.empty() || digits.size() > 7) return {};
        std::uint32_t value = 0;
        for (char c : digits) {
            const char l = lower(c);
            const bool letter = hexadecimal && l >= 'a' && l <= 'f';
            if (!letter && (c < '0' || c > '9')) return {};
            value = value * (hexadecimal ? 16 : 10) +
                    static_cast<std::uint32_t>(letter ? l - 'a' + 10 : c - '0');
        }
        if (!may_stand_in_text(value)) return {};
        return CellCharacterReference{value, end + 1};
    }
    for (const Entity& entity : entities) {
        if (entity.name == name) return CellCharacterReference{entity.character, end + 1};
    }
    return {};
}

}  // namespace dutylist
