#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "pipeline/check/marks.h"
#include "pipeline/check/rules.h"
#include "pipeline/check/sequence.h"
#include "pipeline/text/utf8.h"

namespace dutylist::check {
namespace {

using Kind = OutlineEntry::Kind;

// "3" in the script of the ordinal: 三 where the text counts in Han.
std::string written(std::uint32_t number, std::uint8_t level) {
    const Ordinal ordinal{level, true, number, 0, 0};
    const std::string form = proper_form(ordinal);
    return form.empty() ? std::to_string(number) : form;
}

// "（2甲…": the ordinals that are there without their closing bracket, which another rule tells.
std::set<std::string_view> half_ordinals(const CellCharacters& text) {
    constexpr std::string_view opener = "（";
    std::set<std::string_view> numbers;
    const std::string_view all = text.text();
    for (std::size_t at = all.find(opener); at != all.npos; at = all.find(opener, at + 1)) {
        const std::size_t begin = at + opener.size();
        const std::size_t end = std::min(all.find_first_not_of("0123456789", begin), all.size());
        if (end == begin) continue;
        const char32_t next =
            text.at(static_cast<std::ptrdiff_t>(text.index_of(static_cast<std::uint32_t>(end))));
        if (!is_digit(next) && !is_closer(next)) numbers.insert(all.substr(begin, end - begin));
    }
    return numbers;
}

void report_sequence_faults(CellScope& scope, SequenceFault::Kind kind) {
    if (!scope.outline()) return;
    const auto& entries = scope.outline()->entries();
    std::optional<std::set<std::string_view>> halves;
    for (const auto& run : scope.outline()->runs()) {
        std::vector<std::uint32_t> numbers;
        for (std::size_t index : run) numbers.push_back(entries[index].ordinal->number);
        const std::uint32_t first = numbers.front();
        // A run that goes on where the one before it ended is told by another rule.
        const std::size_t start = run.front();
        bool continues = false;
        for (std::size_t i = start; i-- > 0 && !continues && first > 1;) {
            if (entries[i].kind == Kind::clause &&
                entries[i].ordinal->level == entries[start].ordinal->level) {
                continues = entries[i].group != entries[start].group &&
                            entries[i].ordinal->number + 1 == first;
                break;
            }
        }
        for (const SequenceFault& fault : sequence_faults(numbers, continues ? first : 1)) {
            if (fault.kind != kind) continue;
            if (kind == SequenceFault::Kind::gap) {
                if (!halves) halves = half_ordinals(scope.text());
                if (halves->contains(std::to_string(fault.expected))) continue;
            }
            const Ordinal& ordinal = *entries[run[fault.index]].ordinal;
            const std::string should = written(fault.expected, ordinal.level);
            scope.report(ordinal.begin, ordinal.end,
                         {std::string(scope.text().view(ordinal.begin, ordinal.end)), should},
                         should);
        }
    }
}

// The last character of an entry that is no closing quotation mark or bracket.
std::ptrdiff_t end_character(const CellCharacters& text, const OutlineEntry& entry) {
    auto at = static_cast<std::ptrdiff_t>(entry.end) - 1;
    const auto begin = static_cast<std::ptrdiff_t>(entry.begin);
    while (at > begin && (is_closer(text.at(at)) || text.at(at) == '"')) --at;
    return at;
}

enum class End : std::uint8_t { none, semicolon, full_stop, other_stop };

struct ClauseEnd {
    End end = End::none;
    std::size_t at = 0;  // the character concerned
};

ClauseEnd end_of(const CellCharacters& text, const OutlineEntry& entry) {
    const std::ptrdiff_t at = end_character(text, entry);
    const auto index = static_cast<std::size_t>(at);
    switch (text.at(at)) {
        case U'；':
        case ';':
            return {End::semicolon, index};
        case U'。':
        case '.':
        case U'？':
        case U'！':
        case '?':
        case '!':
        case U'…':
            return {End::full_stop, index};
        case U'，':
        case ',':
        case U'、':
        case U'：':
        case ':':
            return {End::other_stop, index};
        default:
            return {End::none, entry.end - 1};
    }
}

// "…工作；。": told as a doubled mark, whatever should stand there.
bool ends_in_two_marks(const CellCharacters& text, const OutlineEntry& entry) {
    std::size_t at = entry.end;
    int stops = 0;
    while (at > entry.begin) {
        const char32_t c = text[--at];
        if (c == ' ') continue;
        const bool stop = is_stop(c) || c == ';' || c == ',' || c == ':';
        if (!stop || ++stops == 2) break;
    }
    return stops == 2;
}

// An entry whose end is to be judged.
bool is_leaf(const CellCharacters& text, const OutlineEntry& entry) {
    return entry.kind != Kind::heading && !entry.has_parts && entry.begin < entry.end &&
           !ends_in_two_marks(text, entry);
}

// Whether another clause or paragraph follows under the same heading.
bool is_followed(const std::vector<OutlineEntry>& entries, std::size_t index) {
    return index + 1 < entries.size() && entries[index + 1].group == entries[index].group &&
           entries[index + 1].kind != Kind::heading;
}

// A full stop before the end of an entry, or its end if there is none.
std::size_t inner_full_stop(const CellCharacters& text, const OutlineEntry& entry) {
    const auto last = static_cast<std::size_t>(end_character(text, entry));
    for (std::size_t at = entry.begin; at < last; ++at) {
        if (text[at] != U'。') continue;
        std::size_t next = at + 1;
        while (next < last && (text[next] == ' ' || is_stop(text[next]))) ++next;
        return next < last ? at : entry.end;
    }
    return entry.end;
}

}  // namespace

void find_clause_gaps(CellScope& scope) { report_sequence_faults(scope, SequenceFault::Kind::gap); }

void find_repeated_clauses(CellScope& scope) {
    report_sequence_faults(scope, SequenceFault::Kind::repeated);
}

void find_clauses_out_of_order(CellScope& scope) {
    report_sequence_faults(scope, SequenceFault::Kind::order);
}

void find_continued_numbering(CellScope& scope) {
    if (!scope.outline()) return;
    const auto& entries = scope.outline()->entries();
    std::array<const OutlineEntry*, 6> last{};
    for (const OutlineEntry& entry : entries) {
        if (entry.kind != Kind::clause) continue;
        const OutlineEntry* before = std::exchange(last[entry.ordinal->level], &entry);
        if (!before || before->group == entry.group) continue;
        if (entry.ordinal->number < 2 || entry.ordinal->number != before->ordinal->number + 1)
            continue;
        const Ordinal& ordinal = *entry.ordinal;
        scope.report(ordinal.begin, ordinal.end, {std::to_string(ordinal.number)},
                     written(1, ordinal.level));
    }
}

void find_improper_ordinals(CellScope& scope) {
    if (!scope.outline()) return;
    for (const OutlineEntry& entry : scope.outline()->entries()) {
        if (!entry.ordinal || entry.ordinal->proper || entry.restored) continue;
        const Ordinal& ordinal = *entry.ordinal;
        const std::string should = proper_form(ordinal);
        scope.report(ordinal.begin, ordinal.end,
                     {std::string(scope.text().view(ordinal.begin, ordinal.end)), should}, should);
    }
}

void find_clauses_without_end(CellScope& scope) {
    if (!scope.outline()) return;
    const auto& entries = scope.outline()->entries();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (!is_leaf(scope.text(), entries[i])) continue;
        const bool followed = is_followed(entries, i);
        // A paragraph before others may be a line of its own; what ends a group may not.
        if (followed && entries[i].kind != Kind::clause) continue;
        const ClauseEnd found = end_of(scope.text(), entries[i]);
        if (found.end != End::none) continue;
        const std::string mark = followed ? "；" : "。";
        const std::size_t last = entries[i].end - 1;
        scope.report(last, last + 1, {mark}, std::string(scope.text().view(last, last + 1)) + mark);
    }
}

void find_wrong_clause_ends(CellScope& scope) {
    if (!scope.outline()) return;
    const auto& entries = scope.outline()->entries();
    for (const auto& run : scope.outline()->runs()) {
        const bool full_stops_are_right = std::any_of(run.begin(), run.end(), [&](std::size_t i) {
            return inner_full_stop(scope.text(), entries[i]) != entries[i].end;
        });
        for (std::size_t index : run) {
            if (!is_leaf(scope.text(), entries[index]) || !is_followed(entries, index)) continue;
            // A clause followed by a paragraph may introduce it.
            if (entries[index + 1].kind != Kind::clause) continue;
            const ClauseEnd found = end_of(scope.text(), entries[index]);
            const auto spot = scope.text().span(found.at, found.at + 1);
            // What ends a run inside a clause may end as the clause does.
            const bool ends_part =
                entries[index + 1].ordinal->level != entries[index].ordinal->level;
            if (found.end == End::semicolon) ++scope.survey().semicolon_ends;
            if (found.end == End::full_stop && !full_stops_are_right && !ends_part)
                scope.survey().full_stop_ends.push_back({scope.here(), spot});
            const char32_t mark = scope.text()[found.at];
            if (found.end == End::other_stop && mark != U'：' && mark != ':')
                scope.report(found.at, found.at + 1, {to_utf8(mark)}, "；");
        }
    }
}

void find_wrong_clause_ends(DocumentScope& scope) {
    // Full stops throughout are a style that offices have; among semicolons they are mistakes.
    const auto& ends = scope.survey().full_stop_ends;
    if (scope.survey().semicolon_ends < ends.size()) return;
    for (const Spot& spot : ends) {
        const Cell* cell = cell_of(scope.document(), spot.place);
        scope.report(spot.place, spot.span, {std::string(cell->view(spot.span))}, "；");
    }
}

void find_wrong_last_marks(CellScope& scope) {
    if (!scope.outline()) return;
    const auto& entries = scope.outline()->entries();
    // Hand-overs to several departments are items of one enumeration: 甲局：…；乙局：…。
    const bool departments_in_a_row =
        scope.role() != CellRole::superior_duties && scope.role() != CellRole::township_duties;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (!is_leaf(scope.text(), entries[i]) || is_followed(entries, i)) continue;
        const ClauseEnd found = end_of(scope.text(), entries[i]);
        if (departments_in_a_row && i + 1 < entries.size() && found.end == End::semicolon) continue;
        if (found.end != End::semicolon && found.end != End::other_stop) continue;
        const char32_t mark = scope.text()[found.at];
        scope.report(found.at, found.at + 1, {to_utf8(mark)}, "。");
    }
}

void find_full_stops_inside(CellScope& scope) {
    if (!scope.outline()) return;
    const auto& entries = scope.outline()->entries();
    for (const auto& run : scope.outline()->runs()) {
        if (run.size() < 2) continue;
        const bool semicolons = std::any_of(run.begin(), run.end() - 1, [&](std::size_t i) {
            return end_of(scope.text(), entries[i]).end == End::semicolon;
        });
        if (!semicolons) continue;
        for (std::size_t index : run) {
            const std::size_t at = inner_full_stop(scope.text(), entries[index]);
            if (at == entries[index].end) continue;
            scope.report(at, at + 1);
            break;
        }
    }
}

}  // namespace dutylist::check
