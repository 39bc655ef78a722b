#include <cstdio>

#include "pipeline/check/characters.h"
#include "pipeline/check/rules.h"
#include "pipeline/text/utf8.h"

namespace dutylist::check {
namespace {

std::string code_point(char32_t c) {
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "U+%04X", static_cast<unsigned>(c));
    return buffer;
}

}  // namespace

void find_look_alikes(CellScope& scope) {
    const CellCharacters& text = scope.text();
    for (const std::size_t i : text.others()) {
        const char32_t right = look_alike_of(text[i]);
        if (right == 0) continue;
        scope.report(i, i + 1, {to_utf8(text[i]), code_point(text[i]), to_utf8(right)},
                     to_utf8(right), Fix::mechanical);
    }
}

void find_invisible_characters(CellScope& scope) {
    const CellCharacters& text = scope.text();
    for (const std::size_t i : text.others()) {
        if (!is_invisible(text[i])) continue;
        // A private character shows something in the font it was made for: a person must look.
        const bool private_use = text[i] >= 0xE000 && text[i] <= 0xF8FF;
        scope.report(i, i + 1, {code_point(text[i])},
                     private_use ? std::nullopt : std::optional<std::string>(""),
                     private_use ? Fix::no : Fix::mechanical);
    }
}

void find_traditional_forms(CellScope& scope) {
    const CellCharacters& text = scope.text();
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t right = simplified_of(text[i]);
        if (right == 0) continue;
        scope.report(i, i + 1, {to_utf8(text[i]), to_utf8(right)}, to_utf8(right));
    }
}

}  // namespace dutylist::check
