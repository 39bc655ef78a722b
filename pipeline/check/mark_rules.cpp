#include <algorithm>

#include "pipeline/check/marks.h"
#include "pipeline/check/rules.h"
#include "pipeline/text/character_class.h"
#include "pipeline/text/utf8.h"

namespace dutylist::check {
namespace {

bool is_space(char32_t c) { return c == ' ' || c == '\n'; }

// Text that is read as Chinese at this side of a mark.
bool is_chinese(char32_t c) {
    return is_han(c) || (is_full_width_mark(c) && c != U'—' && c != U'…');
}

// Inside an address or a name for machines nothing is a mark: www.gov.cn, http://…, a@b.cn.
bool in_address(const CellCharacters& text, std::size_t index) {
    const auto is_part = [](char32_t c) { return c > ' ' && c < 0x7F; };
    std::size_t begin = index;
    while (begin > 0 && is_part(text[begin - 1])) --begin;
    std::size_t end = index + 1;
    while (end < text.size() && is_part(text[end])) ++end;
    const std::string_view word = text.view(begin, end);
    return word.find("://") != std::string_view::npos || word.find("www.") == 0 ||
           word.find('@') != std::string_view::npos;
}

bool is_half_width_fault(const CellCharacters& text, std::size_t index) {
    const char32_t mark = text[index];
    const auto at = static_cast<std::ptrdiff_t>(index);
    const char32_t before = text.at(at - 1);
    const char32_t after = text.at(at + 1);
    switch (mark) {
        case '.':
            // A full stop typed as a point: after Han, before Han or the end; never in 1.5 or ….
            if (!is_chinese(before) || is_closer(before)) return false;
            return after == 0 || is_space(after) || is_han(after);
        case ':':
        case ',':
            if (is_digit(before) && is_digit(after)) return false;
            return is_chinese(before) || is_chinese(after);
        case ';':
        case '?':
        case '!':
        case '(':
        case ')':
            return is_chinese(before) || is_chinese(after);
        default:
            return false;
    }
}

// Brackets of a wrong ordinal "(1)" are told as an ordinal.
bool belongs_to_ordinal(const CellScope& scope, std::size_t index) {
    const OutlineEntry* const entry = scope.outline() ? scope.outline()->entry_at(index) : nullptr;
    return entry && entry->ordinal && index < entry->ordinal->end;
}

// The other bracket of a half-width pair: it becomes full-width together with this one.
bool pair_is_chinese(const CellCharacters& text, std::size_t index) {
    const bool opens = text[index] == '(';
    const char32_t partner = opens ? ')' : '(';
    constexpr std::size_t longest = 60;
    for (std::size_t step = 1; step < longest; ++step) {
        const auto at =
            static_cast<std::ptrdiff_t>(index) +
            (opens ? static_cast<std::ptrdiff_t>(step) : -static_cast<std::ptrdiff_t>(step));
        const char32_t c = text.at(at);
        if (c == 0 || c == '\n' || c == text[index]) return false;
        if (c == partner) return is_half_width_fault(text, static_cast<std::size_t>(at));
    }
    return false;
}

bool is_colon_fault(const CellCharacters& text, std::size_t index) {
    return text[index] == ':' && is_half_width_fault(text, index) && !in_address(text, index);
}

int strength(char32_t mark) {
    switch (mark) {
        case U'。':
            return 5;
        case U'；':
            return 4;
        case U'：':
            return 3;
        case U'，':
            return 2;
        default:
            return 1;
    }
}

// A stop in its full-width form, whichever width it has; 0 for all else. A point is too often part
// of a number to count.
char32_t full_width_stop(char32_t c) {
    if (is_stop(c)) return c;
    return c == ';' || c == ':' || c == ',' ? full_width_of(c) : 0;
}

// The mark that is right at this end of a clause; 0 if no clause ends here.
char32_t mark_of_clause_end(const CellScope& scope, std::size_t end) {
    if (!scope.outline()) return 0;
    const auto& entries = scope.outline()->entries();
    const auto entry =
        std::lower_bound(entries.begin(), entries.end(), end,
                         [](const OutlineEntry& e, std::size_t at) { return e.end < at; });
    if (entry == entries.end() || entry->end != end) return 0;
    const auto next = entry + 1;
    const bool followed = next != entries.end() && next->group == entry->group &&
                          next->kind == OutlineEntry::Kind::clause;
    return followed && entry->kind == OutlineEntry::Kind::clause ? U'；' : U'。';
}

}  // namespace

void find_half_width_marks(CellScope& scope) {
    const CellCharacters& text = scope.text();
    if (!text.has_ascii_mark()) return;
    for (const std::size_t i : text.others()) {
        const char32_t full = full_width_of(text[i]);
        if (full == 0) continue;
        const bool bracket = text[i] == '(' || text[i] == ')';
        if (!is_half_width_fault(text, i) && !(bracket && pair_is_chinese(text, i))) continue;
        if (in_address(text, i) || belongs_to_ordinal(scope, i)) continue;
        const std::string should = to_utf8(full);
        scope.report(i, i + 1, {to_utf8(text[i]), should}, should, Fix::mechanical);
    }
}

void count_colons(CellScope& scope) {
    const CellCharacters& text = scope.text();
    Survey& survey = scope.survey();
    for (const std::size_t i : text.others()) {
        if (text[i] == U'：') ++survey.full_colons;
        if (text[i] != ':' || !is_colon_fault(text, i)) continue;
        if (survey.half_colons++ == 0)
            survey.first_half_colon = {scope.here(), text.span(i, i + 1)};
    }
}

void find_mixed_colons(DocumentScope& scope) {
    const Survey& survey = scope.survey();
    if (survey.full_colons == 0 || survey.half_colons == 0) return;
    scope.report(survey.first_half_colon.place, survey.first_half_colon.span,
                 {std::to_string(survey.full_colons), std::to_string(survey.half_colons)}, "：");
}

void find_doubled_marks(CellScope& scope) {
    const CellCharacters& text = scope.text();
    std::size_t told = 0;  // characters that are part of a run told already
    for (const std::size_t i : text.others()) {
        char32_t strongest = full_width_stop(text[i]);
        if (strongest == 0 || i < told) continue;
        const char32_t first = strongest;
        std::size_t end = i + 1;
        bool equal = true;
        bool chinese = is_stop(text[i]);
        for (std::size_t next = end; next < text.size(); ++next) {
            if (text[next] == ' ') continue;
            const char32_t mark = full_width_stop(text[next]);
            if (mark == 0) break;
            equal = equal && mark == first;
            chinese = chinese || is_stop(text[next]);
            if (strength(mark) > strength(strongest)) strongest = mark;
            end = next + 1;
        }
        if (end == i + 1) continue;
        if (chinese || is_han(text.at(static_cast<std::ptrdiff_t>(i) - 1))) {
            const char32_t clause_mark = mark_of_clause_end(scope, end);
            const char32_t right = equal || clause_mark == 0 ? strongest : clause_mark;
            const bool sure = equal || clause_mark != 0;
            scope.report(i, end, {std::string(text.view(i, end)), to_utf8(right)}, to_utf8(right),
                         sure ? Fix::mechanical : Fix::no);
        }
        told = end;
    }
}

void find_misplaced_marks(CellScope& scope) {
    // A quotation mark that turns the wrong way is told by another rule: here a mark opens or
    // closes as its number in the cell says.
    bool quote_is_open = false;
    const CellCharacters& text = scope.text();
    const bool is_label = scope.role() == CellRole::category || scope.role() == CellRole::name ||
                          scope.role() == CellRole::departments;
    for (const std::size_t i : text.others()) {
        if (text[i] == U'“' || text[i] == U'”') quote_is_open = !quote_is_open;
        if (!is_stop(text[i])) continue;
        const auto at = static_cast<std::ptrdiff_t>(i);
        const char32_t before = text.at(at - 1);
        const char32_t after = text.at(at + 1);
        const bool inside_sentence = text[i] != U'。';
        const bool starts = before == 0 || before == '\n' || before == U'（' || before == U'《' ||
                            before == '(' || (before == U'“' && quote_is_open);
        // 。” is right, ，” is not; ；） happens in lists and is left alone.
        const bool hangs =
            (text[i] == U'，' || text[i] == U'、') &&
            (after == U'）' || after == U'》' || after == ')' || (after == U'”' && quote_is_open));
        const bool ends_label = is_label && inside_sentence && after == 0;
        if (starts || hangs || ends_label) scope.report(i, i + 1, {to_utf8(text[i])}, "");
    }
}

void find_commas_in_lists(CellScope& scope) {
    const CellCharacters& text = scope.text();
    constexpr std::size_t longest_word = 8;
    for (const std::size_t i : text.others()) {
        if (text[i] != U'，' || i == 0 || i + 1 == text.size()) continue;
        // （甲，乙）: two short words and nothing else between the brackets.
        std::size_t open = i;
        while (open > 0 && i - open < longest_word && is_han(text[open - 1])) --open;
        std::size_t close = i + 1;
        while (close < text.size() && close - i <= longest_word && is_han(text[close])) ++close;
        const bool in_brackets = open > 0 && text[open - 1] == U'（' && close < text.size() &&
                                 text[close] == U'）' && i - open >= 2 && close - i > 2;
        // 说明性的括注: （含…，不含…）
        const bool explains =
            in_brackets && std::u32string_view(U"含不如除即指由包仅限非另").find(text[open]) !=
                               std::u32string_view::npos;
        const bool explains_second =
            in_brackets &&
            std::u32string_view(U"含不如除即指由包仅限非另并且但可应").find(text[i + 1]) !=
                std::u32string_view::npos;
        // …，甲等其他: what stands before 等 is one short word, so the comma is inside a list.
        std::size_t word = i + 1;
        while (word < text.size() && word - i <= 3 &&
               (is_han(text[word]) || is_latin(text[word])) && text[word] != U'等')
            ++word;
        const bool before_and_others =
            word > i + 2 && word < text.size() && text[word] == U'等' && is_latin(text[i + 1]);
        if ((in_brackets && !explains && !explains_second) || before_and_others)
            scope.report(i, i + 1, {}, "、");
    }
}

}  // namespace dutylist::check
