#include <algorithm>
#include <array>

#include "pipeline/check/marks.h"
#include "pipeline/text/character_class.h"
#include "pipeline/text/utf8.h"
#include "tests/support/planted_errors.h"

namespace dutylist::test {
namespace {

using namespace dutylist::check;
using Defects = std::vector<Defect>;

char32_t before_of(const CleanCell& cell, std::size_t i) {
    return cell.text.at(static_cast<std::ptrdiff_t>(i) - 1);
}
char32_t after_of(const CleanCell& cell, std::size_t i) {
    return cell.text.at(static_cast<std::ptrdiff_t>(i) + 1);
}

bool is_ordinal_character(const CleanCell& cell, std::size_t i) {
    return std::any_of(cell.outline.entries().begin(), cell.outline.entries().end(),
                       [&](const OutlineEntry& entry) {
                           return entry.ordinal && i >= entry.ordinal->begin &&
                                  i < entry.ordinal->end;
                       });
}

// Calls make(cell, index) for each `mark` of all clean cells that is no part of an ordinal.
template <typename Make>
Defects at_each(const Sample& sample, char32_t mark, Make&& make) {
    Defects defects;
    for (const CleanCell& cell : sample.cells) {
        for (std::size_t i = 0; i < cell.text.size(); ++i) {
            if (cell.text[i] != mark || is_ordinal_character(cell, i)) continue;
            if (std::optional<Defect> defect = make(cell, i)) defects.push_back(std::move(*defect));
        }
    }
    return defects;
}

bool is_between_han(const CleanCell& cell, std::size_t i) {
    return is_han(before_of(cell, i)) && is_han(after_of(cell, i));
}

// `mark`, with Han before it, typed half-width.
template <char32_t mark, char half>
Defects half_width(const Sample& sample) {
    return at_each(
        sample, mark, [&](const CleanCell& cell, std::size_t i) -> std::optional<Defect> {
            const bool opens = is_opener(mark);
            if (!is_han(opens ? after_of(cell, i) : before_of(cell, i))) return {};
            // 。” and the like: the quotation mark shows that the point belongs to the words
            // quoted.
            if (mark == U'。' && is_closer(after_of(cell, i))) return {};
            const std::string text(1, half);
            return replaced(sample, cell, i, i + 1, text, "mark.half-width", {i, 0, text});
        });
}

// A mark between Han with `more` behind it.
template <char32_t mark>
Defects doubled(const Sample& sample, const std::string& more) {
    return at_each(sample, mark,
                   [&](const CleanCell& cell, std::size_t i) -> std::optional<Defect> {
                       if (!is_han(before_of(cell, i))) return {};
                       const std::string text = to_utf8(mark) + more;
                       return replaced(sample, cell, i, i + 1, text, "mark.doubled", {i, 0, text});
                   });
}

// The other half of the pair that `i` belongs to, where the pair holds no other mark of its kind;
// nothing for nested pairs.
std::optional<std::size_t> partner(const CleanCell& cell, std::size_t i, char32_t open,
                                   char32_t close) {
    const bool opens = cell.text[i] == open;
    for (std::size_t at = i; at != (opens ? cell.text.size() : 0);) {
        at = opens ? at + 1 : at - 1;
        if (at == cell.text.size()) return {};
        const char32_t c = cell.text[at];
        if (c == (opens ? close : open)) return at;
        if (c == (opens ? open : close)) return {};
    }
    return {};
}

// Whether pairs stand inside this kind of pair anywhere in the cell.
bool has_nested(const CleanCell& cell, char32_t open, char32_t close) {
    int depth = 0;
    for (std::size_t i = 0; i < cell.text.size(); ++i) {
        depth += cell.text[i] == open ? 1 : cell.text[i] == close ? -1 : 0;
        if (depth < 0 || depth > 1) return true;
    }
    return false;
}

// One half taken away: the other one is found.
template <char32_t mark, char32_t open, char32_t close>
Defects unbalanced(const Sample& sample) {
    return at_each(
        sample, mark, [&](const CleanCell& cell, std::size_t i) -> std::optional<Defect> {
            if (has_nested(cell, open, close)) return {};
            const auto other = partner(cell, i, open, close);
            if (!other || is_digit(cell.text[std::min(i, *other) + 1])) return {};
            const std::string lonely = to_utf8(cell.text[*other]);
            return replaced(sample, cell, i, i + 1, "", "mark.unbalanced", {*other, 0, lonely});
        });
}

Defects turned_quote(const Sample& sample, char32_t mark, const std::string& turned) {
    return at_each(
        sample, mark, [&](const CleanCell& cell, std::size_t i) -> std::optional<Defect> {
            if (has_nested(cell, U'“', U'”')) return {};
            return replaced(sample, cell, i, i + 1, turned, "mark.wrong-way", {i, 0, turned});
        });
}

Defects straight_quotes(const Sample& sample) {
    return at_each(
        sample, U'“', [&](const CleanCell& cell, std::size_t i) -> std::optional<Defect> {
            const auto close = partner(cell, i, U'“', U'”');
            if (has_nested(cell, U'“', U'”') || !close || !is_han(before_of(cell, i))) return {};
            auto defect =
                replaced(sample, cell, i, i + 1, "\"", "mark.straight-quote", {i, 0, "\""});
            if (!defect || !also_replaced(sample, cell, *defect, *close, *close + 1, "\""))
                return {};
            const auto second = sample.source_offset(cell, *close);
            defect->expected.push_back({"mark.straight-quote", cell.place, *second, 0, "\""});
            return defect;
        });
}

Defects nested_quotes(const Sample& sample) {
    return at_each(sample, U'“',
                   [&](const CleanCell& cell, std::size_t i) -> std::optional<Defect> {
                       const auto close = partner(cell, i, U'“', U'”');
                       if (has_nested(cell, U'“', U'”') || !close || *close - i < 4 ||
                           !is_han(after_of(cell, i)))
                           return {};
                       const std::string inner(cell.text.view(i + 1, i + 3));
                       return replaced(sample, cell, i + 1, i + 3, "“" + inner + "”",
                                       "mark.nested-quote", {i + 1, 0, "“"});
                   });
}

template <char32_t mark>
Defects hanging_before(const Sample& sample, const std::string& put) {
    return at_each(sample, mark,
                   [&](const CleanCell& cell, std::size_t i) -> std::optional<Defect> {
                       if (!is_han(before_of(cell, i))) return {};
                       return replaced(sample, cell, i, i + 1, put + to_utf8(mark),
                                       "mark.misplaced", {i, 0, put});
                   });
}

template <char32_t mark>
Defects leading_after(const Sample& sample, const std::string& put) {
    return at_each(sample, mark,
                   [&](const CleanCell& cell, std::size_t i) -> std::optional<Defect> {
                       if (!is_han(after_of(cell, i)) || is_han_numeral(after_of(cell, i)))
                           return {};
                       const std::string text = to_utf8(mark);
                       return replaced(sample, cell, i, i + 1, text + put, "mark.misplaced",
                                       {i, text.size(), put});
                   });
}

Defects at_end_of_names(const Sample& sample) {
    Defects defects;
    for (const CleanCell& cell : sample.cells) {
        if (cell.role != CellRole::name || cell.text.empty()) continue;
        const std::size_t last = cell.text.size() - 1;
        if (!is_han(cell.text[last])) continue;
        const std::string text(cell.text.view(last, last + 1));
        auto defect = replaced(sample, cell, last, last + 1, text + "，", "mark.misplaced",
                               {last, text.size(), "，"});
        if (defect) defects.push_back(std::move(*defect));
    }
    return defects;
}

// How often two characters stand side by side in the document.
std::size_t occurrences(const Document& document, const std::string& pair) {
    std::size_t count = 0;
    for (const DutyList& list : document.lists) {
        for (const Item& item : list.items) {
            for (const Cell& cell : item.cells) {
                for (std::size_t at = cell.text.find(pair); at != std::string::npos;
                     at = cell.text.find(pair, at + 1))
                    ++count;
            }
        }
    }
    return count;
}

// Whether a 、 can be reached over words alone.
bool is_in_list(const CleanCell& cell, std::size_t left, std::size_t right) {
    const auto is_word = [&](std::size_t i) {
        return i < cell.text.size() && (is_han(cell.text[i]) || is_latin(cell.text[i]));
    };
    while (is_word(left)) --left;  // below zero it is past the end
    while (is_word(right)) ++right;
    return (left < cell.text.size() && cell.text[left] == U'、') ||
           (right < cell.text.size() && cell.text[right] == U'、');
}

// The rule that must find a space between the characters `left` and `right`. What two others may do
// to the number of occurrences is kept out.
std::string rule_of_space(const Sample& sample, const CleanCell& cell, std::size_t left,
                          std::size_t right, std::size_t own) {
    if (!is_in_list(cell, left, right)) return "mark.space";
    const std::string pair =
        std::string(cell.text.view(left, left + 1)) + std::string(cell.text.view(right, right + 1));
    const std::size_t elsewhere = occurrences(sample.document, pair) - own;
    if (elsewhere > 1) return "mark.space";
    return elsewhere == 0 ? "mark.space-or-mark" : "";
}

// Whether the words up to `i` begin behind a comma: they are no heading then.
bool follows_comma(const CleanCell& cell, std::size_t i) {
    while (i > 0 && (is_han(cell.text[i - 1]) || cell.text[i - 1] == U'、')) --i;
    return before_of(cell, i) == U'，';
}

Defects spaces(const Sample& sample) {
    Defects defects;
    for (const CleanCell& cell : sample.cells) {
        for (const OutlineEntry& entry : cell.outline.entries()) {
            for (std::size_t i = entry.begin; i + 1 < entry.end; ++i) {
                if (!is_han(cell.text[i]) || !is_han(cell.text[i + 1])) continue;
                if (is_han_numeral(cell.text[i + 1]) || !follows_comma(cell, i)) continue;
                const std::string rule = rule_of_space(sample, cell, i, i + 1, 1);
                if (rule != "mark.space") continue;
                const std::string text(cell.text.view(i, i + 1));
                auto defect =
                    replaced(sample, cell, i, i + 1, text + " ", rule, {i, text.size(), " "});
                if (defect) defects.push_back(std::move(*defect));
            }
        }
    }
    return defects;
}

Defects lost_marks(const Sample& sample) {
    return at_each(
        sample, U'、', [&](const CleanCell& cell, std::size_t i) -> std::optional<Defect> {
            if (!cell.duties || !is_between_han(cell, i) || is_han_numeral(after_of(cell, i)))
                return {};
            if (!follows_comma(cell, i)) return {};
            if (rule_of_space(sample, cell, i - 1, i + 1, 0) != "mark.space-or-mark") return {};
            return replaced(sample, cell, i, i + 1, " ", "mark.space-or-mark", {i, 0, " "});
        });
}

Defects commas_in_lists(const Sample& sample) {
    return at_each(sample, U'，',
                   [&](const CleanCell& cell, std::size_t i) -> std::optional<Defect> {
                       if (!is_between_han(cell, i)) return {};
                       const std::string words = "（巡查，宣传）";
                       return replaced(sample, cell, i, i + 1, words + "，", "mark.comma-in-list",
                                       {i, std::string("（巡查").size(), "，"});
                   });
}

}  // namespace

const std::vector<DefectKind>& mark_defects() {
    static const std::vector<DefectKind> kinds{
        {"mark.half-width", "，", half_width<U'，', ','>},
        {"mark.half-width", "；", half_width<U'；', ';'>},
        {"mark.half-width", "。", half_width<U'。', '.'>},
        {"mark.half-width", "（", half_width<U'（', '('>},
        {"mark.half-width", "）", half_width<U'）', ')'>},
        {"mark.mixed-colon", "：", half_width<U'：', ':'>},
        {"mark.doubled", "，，", [](const Sample& s) { return doubled<U'，'>(s, "，"); }},
        {"mark.doubled", "、、", [](const Sample& s) { return doubled<U'、'>(s, "、"); }},
        {"mark.doubled", "；；", [](const Sample& s) { return doubled<U'；'>(s, "；"); }},
        {"mark.doubled", "；。", [](const Sample& s) { return doubled<U'；'>(s, "。"); }},
        {"mark.doubled", "； ；", [](const Sample& s) { return doubled<U'；'>(s, " ；"); }},
        {"mark.doubled", "。 。", [](const Sample& s) { return doubled<U'。'>(s, " 。"); }},
        {"mark.misplaced", "，）", [](const Sample& s) { return hanging_before<U'）'>(s, "，"); }},
        {"mark.misplaced", "、”", [](const Sample& s) { return hanging_before<U'”'>(s, "、"); }},
        {"mark.misplaced", "（，", [](const Sample& s) { return leading_after<U'（'>(s, "，"); }},
        {"mark.misplaced", "“、", [](const Sample& s) { return leading_after<U'“'>(s, "、"); }},
        {"mark.misplaced", "end of a name", at_end_of_names},
        {"mark.unbalanced", "（", unbalanced<U'（', U'（', U'）'>},
        {"mark.unbalanced", "）", unbalanced<U'）', U'（', U'）'>},
        {"mark.unbalanced", "《", unbalanced<U'《', U'《', U'》'>},
        {"mark.unbalanced", "》", unbalanced<U'》', U'《', U'》'>},
        {"mark.unbalanced", "“", unbalanced<U'“', U'“', U'”'>},
        {"mark.unbalanced", "”", unbalanced<U'”', U'“', U'”'>},
        {"mark.wrong-way", "“", [](const Sample& s) { return turned_quote(s, U'“', "”"); }},
        {"mark.wrong-way", "”", [](const Sample& s) { return turned_quote(s, U'”', "“"); }},
        {"mark.straight-quote", "“”", straight_quotes},
        {"mark.nested-quote", "“…“…”", nested_quotes},
        {"mark.space", "inside a word", spaces},
        {"mark.space-or-mark", "、", lost_marks},
        {"mark.comma-in-list", "（甲，乙）", commas_in_lists},
    };
    return kinds;
}

}  // namespace dutylist::test
