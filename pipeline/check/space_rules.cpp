#include <algorithm>
#include <array>

#include "pipeline/check/marks.h"
#include "pipeline/check/rules.h"
#include "pipeline/text/character_class.h"
#include "pipeline/text/utf8.h"

namespace dutylist::check {
namespace {

// Where a line of its own ends: what stands before such a space is a heading, not a torn word.
bool ends_like_a_department(std::string_view words) {
    static constexpr std::array<std::string_view, 14> endings{"局", "委员会", "委", "部", "办公室",
                                                              "办", "室",     "院", "会", "中心",
                                                              "站", "所",     "队", "联"};
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return words.ends_with(ending); });
}

// Spaces between a heading and what follows it part them; those inside an entry do not belong.
bool is_between_entries(const CellScope& scope, std::size_t index) {
    if (!scope.outline()) return false;
    const OutlineEntry* const entry = scope.outline()->entry_at(index);
    return !entry || index >= entry->end;
}

bool follows_heading_word(const CellScope& scope, std::size_t index) {
    if (!scope.outline()) return false;
    const CellCharacters& text = scope.text();
    std::size_t begin = index;
    while (begin > 0 && (is_han(text[begin - 1]) || text[begin - 1] == U'、')) --begin;
    const char32_t before = text.at(static_cast<std::ptrdiff_t>(begin) - 1);
    const bool own_line = before == 0 || before == ' ' || before == '\n' || before == U'：' ||
                          before == ':' || before == U'。' || before == U'；';
    return own_line && ends_like_a_department(text.view(begin, index));
}

bool is_torn(const CellScope& scope, std::size_t index) {
    const CellCharacters& text = scope.text();
    if (text[index] != ' ') return false;
    const auto at = static_cast<std::ptrdiff_t>(index);
    const char32_t before = text.at(at - 1);
    const char32_t after = text.at(at + 1);
    const auto is_inner = [](char32_t c) { return c == U'，' || c == U'、'; };
    const bool words = is_han(before) && is_han(after);
    const bool around_mark = (is_inner(before) && is_han(after)) ||
                             (is_han(before) && is_stop(after)) ||
                             (is_han(before) && is_closer(after) && after != ')') ||
                             (is_opener(before) && is_han(after));
    if (!words && !around_mark) return false;
    if (is_between_entries(scope, index)) return false;
    return !words || !follows_heading_word(scope, index);
}

// The space stands in a list of words, so that it may be all that is left of a 、.
bool is_in_list_of_words(const CellScope& scope, std::size_t index) {
    const CellCharacters& text = scope.text();
    const auto at = static_cast<std::ptrdiff_t>(index);
    if (!is_han(text.at(at - 1)) || !is_han(text.at(at + 1))) return false;
    const auto is_list_mark_near = [&](int direction) {
        for (std::ptrdiff_t i = at + direction;; i += direction) {
            const char32_t c = text.at(i);
            if (c == U'、') return true;
            if (!is_han(c) && !is_latin(c)) return false;
        }
    };
    return is_list_mark_near(-1) || is_list_mark_near(1);
}

// Of each space, whether the characters that it parts stand side by side elsewhere in the document:
// then it tore a word and nothing else.
std::vector<bool> tear_known_words(const DocumentScope& scope, const std::vector<Spot>& spaces) {
    std::vector<std::u32string> pairs;
    for (const Spot& space : spaces) {
        const std::string& text = cell_of(scope.document(), space.place)->text;
        pairs.push_back({decode_before(text, space.span.begin).character,
                         decode_at(text, space.span.end).character});
    }
    std::vector<std::u32string> distinct = pairs;
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    const std::vector<std::u32string_view> phrases(distinct.begin(), distinct.end());
    const std::vector<bool> known = scope.survey().text.contained(phrases);
    std::vector<bool> torn;
    for (const std::u32string& pair : pairs) {
        const auto at = std::lower_bound(distinct.begin(), distinct.end(), pair);
        torn.push_back(known[static_cast<std::size_t>(at - distinct.begin())]);
    }
    return torn;
}

}  // namespace

void find_spaces(CellScope& scope) {
    if (!scope.text().has_space()) return;
    for (const std::size_t i : scope.text().others()) {
        if (!is_torn(scope, i)) continue;
        if (is_in_list_of_words(scope, i)) {
            scope.survey().spaces_in_words.push_back({scope.here(), scope.text().span(i, i + 1)});
        } else {
            scope.report(i, i + 1, {}, "", Fix::mechanical);
        }
    }
}

void find_spaces(DocumentScope& scope) {
    const std::vector<Spot>& spaces = scope.survey().spaces_in_words;
    const std::vector<bool> torn = tear_known_words(scope, spaces);
    for (std::size_t i = 0; i < spaces.size(); ++i) {
        if (torn[i]) scope.report(spaces[i].place, spaces[i].span, {}, "", Fix::mechanical);
    }
}

void note_spaces_for_marks(CellScope& scope) {
    if (!scope.text().has_space()) return;
    for (const std::size_t i : scope.text().others()) {
        if (is_torn(scope, i) && is_in_list_of_words(scope, i))
            scope.survey().spaces_for_marks.push_back({scope.here(), scope.text().span(i, i + 1)});
    }
}

void find_spaces_for_marks(DocumentScope& scope) {
    const std::vector<Spot>& spaces = scope.survey().spaces_for_marks;
    const std::vector<bool> torn = tear_known_words(scope, spaces);
    for (std::size_t i = 0; i < spaces.size(); ++i) {
        if (!torn[i]) scope.report(spaces[i].place, spaces[i].span, {}, "、");
    }
}

}  // namespace dutylist::check
