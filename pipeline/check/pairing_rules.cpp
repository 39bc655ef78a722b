#include <vector>

#include "pipeline/check/marks.h"
#include "pipeline/check/rules.h"
#include "pipeline/text/character_class.h"
#include "pipeline/text/utf8.h"

namespace dutylist::check {
namespace {

// ( pairs with ）: width is another rule's matter.
char32_t bracket_kind(char32_t c) {
    switch (c) {
        case '(':
            return U'（';
        case ')':
            return U'）';
        default:
            return c;
    }
}

bool is_quote(char32_t c) { return c == U'“' || c == U'”' || c == U'‘' || c == U'’'; }

// 1) and 一） are ordinals, not halves of a pair.
bool closes_ordinal(const CellCharacters& text, std::size_t index) {
    std::size_t begin = index;
    while (begin > 0 && (is_digit(text[begin - 1]) || is_han_numeral(text[begin - 1]))) --begin;
    if (begin == index) return false;
    const char32_t before = text.at(static_cast<std::ptrdiff_t>(begin) - 1);
    return before == 0 || before == ' ' || before == '\n' || is_stop(before) || before == ';';
}

}  // namespace

void find_unbalanced_marks(CellScope& scope) {
    const CellCharacters& text = scope.text();
    std::vector<std::size_t> open;
    for (const std::size_t i : text.others()) {
        const char32_t mark = bracket_kind(text[i]);
        if (is_quote(mark)) continue;
        if (is_opener(mark)) {
            open.push_back(i);
        } else if (is_closer(mark)) {
            if (!open.empty() && closer_of(bracket_kind(text[open.back()])) == mark) {
                open.pop_back();
            } else if (!closes_ordinal(text, i)) {
                // 《（》: the innermost opener is the one without a partner.
                if (open.size() > 1 &&
                    closer_of(bracket_kind(text[open[open.size() - 2]])) == mark) {
                    const std::size_t lonely = open.back();
                    open.resize(open.size() - 2);
                    scope.report(lonely, lonely + 1, {to_utf8(text[lonely])});
                } else {
                    scope.report(i, i + 1, {to_utf8(text[i])});
                }
            }
        }
    }
    for (std::size_t i : open) scope.report(i, i + 1, {to_utf8(text[i])});

    // Quotation marks: an even number that only turns the wrong way is told by another rule.
    std::vector<std::size_t> quotes;
    for (const std::size_t i : text.others()) {
        if (text[i] == U'“' || text[i] == U'”') quotes.push_back(i);
    }
    if (quotes.size() % 2 == 0) return;
    std::size_t lonely = quotes.back();
    for (std::size_t i = 0; i < quotes.size(); i += 2) {
        const bool opens = text[quotes[i]] == U'“';
        const bool closed = i + 1 < quotes.size() && text[quotes[i + 1]] == U'”';
        if (opens && closed) continue;
        lonely = quotes[i];
        break;
    }
    scope.report(lonely, lonely + 1, {to_utf8(text[lonely])});
}

void find_wrong_way_quotes(CellScope& scope) {
    const CellCharacters& text = scope.text();
    std::vector<std::size_t> quotes;
    for (const std::size_t i : text.others()) {
        if (text[i] == U'“' || text[i] == U'”') quotes.push_back(i);
    }
    if (quotes.size() % 2 != 0) return;
    // “外层“里层”外层”: one pair inside another is nested, not turned.
    int depth = 0;
    bool nested = true;
    for (std::size_t i : quotes) {
        depth += text[i] == U'“' ? 1 : -1;
        nested = nested && depth >= 0 && depth <= 2;
    }
    if (nested && depth == 0) return;
    for (std::size_t n = 0; n < quotes.size(); ++n) {
        const char32_t right = n % 2 == 0 ? U'“' : U'”';
        const std::size_t i = quotes[n];
        if (text[i] != right)
            scope.report(i, i + 1, {to_utf8(text[i]), to_utf8(right)}, to_utf8(right));
    }
}

void find_straight_quotes(CellScope& scope) {
    const CellCharacters& text = scope.text();
    if (!text.has_ascii_mark()) return;
    std::vector<std::size_t> quotes;
    bool beside_han = false;
    for (const std::size_t i : text.others()) {
        if (text[i] != '"') continue;
        const auto at = static_cast<std::ptrdiff_t>(i);
        quotes.push_back(i);
        beside_han = beside_han || is_han(text.at(at - 1)) || is_han(text.at(at + 1));
    }
    if (!beside_han) return;
    const bool paired = quotes.size() % 2 == 0;
    for (std::size_t n = 0; n < quotes.size(); ++n) {
        const std::string right = n % 2 == 0 ? "“" : "”";
        scope.report(quotes[n], quotes[n] + 1, {"\"", right}, right,
                     paired ? Fix::mechanical : Fix::no);
    }
}

void find_nested_quotes(CellScope& scope) {
    const CellCharacters& text = scope.text();
    int depth = 0;
    std::vector<std::size_t> inner;
    for (const std::size_t i : text.others()) {
        if (text[i] == U'“') {
            if (++depth > 1) inner.push_back(i);
        } else if (text[i] == U'”') {
            if (--depth < 0) return;
        }
    }
    if (depth != 0) return;
    for (std::size_t i : inner) scope.report(i, i + 1, {}, "‘");
}

}  // namespace dutylist::check
