#include <algorithm>
#include <tuple>

#include "pipeline/check/marks.h"
#include "pipeline/check/phrase_matcher.h"
#include "pipeline/check/rules.h"
#include "pipeline/check/wording_table.h"
#include "pipeline/text/utf8.h"

namespace dutylist::check {
namespace {

std::string to_text(std::u32string_view characters) {
    std::string text;
    for (char32_t c : characters) append_utf8(text, c);
    return text;
}

bool contains(std::u32string_view set, char32_t c) {
    return c != 0 && set.find(c) != std::u32string_view::npos;
}

const PhraseMatcher& confusion_matcher() {
    static const auto phrases = [] {
        std::array<std::u32string_view, confusions.size()> words;
        std::transform(confusions.begin(), confusions.end(), words.begin(),
                       [](const Confusion& row) { return row.wrong; });
        return words;
    }();
    static const PhraseMatcher matcher(phrases);
    return matcher;
}

// Phrase 2n is the one form of row n, phrase 2n + 1 the other.
const PhraseMatcher& form_matcher() {
    static const auto phrases = [] {
        std::array<std::u32string_view, two_forms.size() * 2> words;
        for (std::size_t i = 0; i < two_forms.size(); ++i) {
            words[2 * i] = two_forms[i].one;
            words[2 * i + 1] = two_forms[i].other;
        }
        return words;
    }();
    static const PhraseMatcher matcher(phrases);
    return matcher;
}

const PhraseMatcher& doubled_matcher() {
    static const PhraseMatcher matcher(doubled_words);
    return matcher;
}

const PhraseMatcher& unit_matcher() {
    static const PhraseMatcher matcher(counted_units);
    return matcher;
}

}  // namespace

void find_confusions(CellScope& scope) {
    confusion_matcher().for_each(scope.text().characters(), [&](const PhraseMatcher::Match& match) {
        const std::string right = to_text(confusions[match.phrase].right);
        scope.report(match.begin, match.end,
                     {std::string(scope.text().view(match.begin, match.end)), right}, right);
    });
}

void find_repeated_words(CellScope& scope) {
    doubled_matcher().for_each(scope.text().characters(), [&](const PhraseMatcher::Match& match) {
        const std::size_t half = match.begin + (match.end - match.begin) / 2;
        const std::string once(scope.text().view(match.begin, half));
        // 目的的确… never; but 为为民服务 does begin another word.
        const char32_t after = scope.text().at(static_cast<std::ptrdiff_t>(match.end));
        if (once == "为" && after == U'民') return;
        if (once == "和" && contains(U"平谐美睦", after)) return;
        if (once == "及" && (after == U'时' || after == U'早')) return;
        scope.report(match.begin, match.end, {once}, once);
    });
}

void note_forms(CellScope& scope) {
    const CellCharacters& text = scope.text();
    form_matcher().for_each(text.characters(), [&](const PhraseMatcher::Match& match) {
        const TwoForms& row = two_forms[match.phrase / 2];
        if (contains(row.not_after, text.at(static_cast<std::ptrdiff_t>(match.begin) - 1))) return;
        if (contains(row.not_before, text.at(static_cast<std::ptrdiff_t>(match.end)))) return;
        Survey::Forms& seen = scope.survey().two_forms[match.phrase / 2];
        const std::size_t which = match.phrase % 2;
        if (seen.count[which]++ == 0)
            seen.first[which] = {scope.here(), text.span(match.begin, match.end)};
    });
}

void find_two_forms(DocumentScope& scope) {
    for (const auto& [index, seen] : scope.survey().two_forms) {
        if (seen.count[0] == 0 || seen.count[1] == 0) continue;
        const std::size_t rare = seen.count[0] < seen.count[1] ? 0 : 1;
        const std::array<std::string, 2> forms{to_text(two_forms[index].one),
                                               to_text(two_forms[index].other)};
        scope.report(seen.first[rare].place, seen.first[rare].span,
                     {forms[rare], std::to_string(seen.count[rare]), forms[1 - rare],
                      std::to_string(seen.count[1 - rare])});
    }
}

void note_quoted_terms(CellScope& scope) {
    const CellCharacters& text = scope.text();
    constexpr std::size_t shortest = 3;
    constexpr std::size_t longest = 12;
    for (const std::size_t i : text.others()) {
        if (text[i] != U'“') continue;
        std::u32string term;
        std::size_t end = i + 1;
        while (end < text.size() && text[end] != U'”' && term.size() <= longest &&
               !is_stop(text[end]))
            term += text[end++];
        if (end < text.size() && text[end] == U'”' && term.size() >= shortest &&
            term.size() <= longest)
            ++scope.survey().quoted_terms[term];
    }
}

void find_unquoted_terms(DocumentScope& scope) {
    std::vector<std::u32string_view> terms;
    std::vector<std::uint32_t> counts;
    for (const auto& [term, count] : scope.survey().quoted_terms) {
        // A term is one only if the document quotes it more than once.
        if (count < 2) continue;
        terms.push_back(term);
        counts.push_back(count);
    }
    if (terms.empty()) return;
    std::vector<TextIndex::Occurrence> all = scope.survey().text.unquoted(terms);
    // One that is part of a longer one is told with it: from the left, the longest first.
    const auto longest_first = [](const TextIndex::Occurrence& occurrence) {
        const auto& [place, span] = occurrence.spot;
        return std::make_tuple(place.list, place.item, place.cell, span.begin, ~span.end);
    };
    std::sort(all.begin(), all.end(),
              [&](const auto& a, const auto& b) { return longest_first(a) < longest_first(b); });
    Spot last;
    for (const auto& [term, spot] : all) {
        if (spot.place == last.place && spot.span.end <= last.span.end) continue;
        last = spot;
        const std::string words = to_text(terms[term]);
        scope.report(spot.place, spot.span, {words, std::to_string(counts[term])},
                     "“" + words + "”");
    }
}

void note_numerals(CellScope& scope) {
    const CellCharacters& text = scope.text();
    unit_matcher().for_each(text.characters(), [&](const PhraseMatcher::Match& match) {
        std::size_t begin = match.begin;
        while (begin > 0 && is_digit(text[begin - 1])) --begin;
        const bool in_digits = begin < match.begin;
        while (!in_digits && begin > 0 && is_han_numeral(text[begin - 1])) --begin;
        if (begin == match.begin) return;
        Survey::Numerals& seen =
            scope.survey().numerals[std::string(text.view(match.begin, match.end))];
        const std::size_t which = in_digits ? 0 : 1;
        if (seen.count[which]++ != 0) return;
        seen.first[which] = {scope.here(), text.span(begin, match.end)};
        seen.written[which] = text.view(begin, match.end);
    });
}

void find_two_numerals(DocumentScope& scope) {
    for (const auto& [unit, seen] : scope.survey().numerals) {
        if (seen.count[0] == 0 || seen.count[1] == 0) continue;
        const std::size_t rare = seen.count[0] < seen.count[1] ? 0 : 1;
        scope.report(seen.first[rare].place, seen.first[rare].span,
                     {seen.written[rare], seen.written[1 - rare]});
    }
}

}  // namespace dutylist::check
