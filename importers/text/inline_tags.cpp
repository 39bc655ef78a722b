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

}  // namespace dutylist
