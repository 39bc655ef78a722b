#include "pipeline/check/fix.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "pipeline/analysis/analyse.h"
#include "pipeline/check/proofread.h"
#include "pipeline/model/source_cursor.h"
#include "pipeline/text/utf8.h"

namespace dutylist::check {
namespace {

// The changes of one cell, in order and not overlapping.
using Changes = std::span<const Change>;

std::string applied(std::string_view text, Changes changes) {
    std::string result;
    std::uint32_t from = 0;
    for (const Change& change : changes) {
        result += text.substr(from, change.span.begin - from);
        result += change.after;
        from = change.span.end;
    }
    return result += text.substr(from);
}

// Where bytes of the old text lie in the new one; of what was replaced, the replacement's start.
class Moves {
public:
    explicit Moves(Changes changes) : changes_(changes) {
        std::int64_t shift = 0;
        for (const Change& change : changes) {
            shifts_.push_back(shift);
            shift += static_cast<std::int64_t>(change.after.size()) -
                     static_cast<std::int64_t>(change.span.size());
        }
        shifts_.push_back(shift);
    }

    std::uint32_t moved(std::uint32_t offset) const {
        // The first change that ends behind the offset.
        const auto next =
            std::partition_point(changes_.begin(), changes_.end(),
                                 [&](const Change& change) { return change.span.end <= offset; });
        const bool inside = next != changes_.end() && next->span.begin <= offset;
        const std::uint32_t begin = inside ? next->span.begin : offset;
        return static_cast<std::uint32_t>(
            begin + shifts_[static_cast<std::size_t>(next - changes_.begin())]);
    }

private:
    Changes changes_;
    std::vector<std::int64_t> shifts_;  // before each change, and behind the last
};

SourceMap moved_map(const Cell& cell, Changes changes, const Moves& moves) {
    std::vector<SourceMark> marks;
    for (SourceMark mark : cell.source.marks()) {
        mark.offset = moves.moved(mark.offset);
        marks.push_back(mark);
    }
    SourceCursor places(cell.source, cell.text);
    const bool in_sheet = cell.source.origin() && !cell.source.origin()->sheet.empty();
    for (const Change& change : changes) {
        if (in_sheet || cell.source.empty()) break;
        if (count_characters(change.before) == count_characters(change.after)) continue;
        // From here on characters no longer pair up one by one with those before.
        const SourceLocation place = places.at(change.span.end);
        marks.push_back({moves.moved(change.span.end), place.line, place.column});
    }
    std::stable_sort(marks.begin(), marks.end(),
                     [](const SourceMark& a, const SourceMark& b) { return a.offset < b.offset; });
    SourceMap map(cell.source.origin());
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const bool is_last_of_offset =
            i + 1 == marks.size() || marks[i + 1].offset != marks[i].offset;
        if (is_last_of_offset) map.add(marks[i]);
    }
    return map;
}

void apply(Cell& cell, Changes changes) {
    const Moves moves(changes);
    SourceMap map = moved_map(cell, changes, moves);
    for (TextSpan& span : cell.restored) span = {moves.moved(span.begin), moves.moved(span.end)};
    cell.text = applied(cell.text, changes);
    cell.source = std::move(map);
    cell.blocks.clear();
}

// The end of the run of changes that concern the same cell.
std::size_t end_of_cell(Changes changes, std::size_t begin) {
    std::size_t end = begin + 1;
    while (end < changes.size() && changes[end].place == changes[begin].place) ++end;
    return end;
}

Fixed apply_once(const Document& document, std::span<const Finding> findings) {
    Fixed fixed{document, {}};
    std::optional<SourceCursor> places;  // of the cell that was changed last
    for (const Finding& finding : findings) {
        const Cell* cell = cell_of(document, finding.place);
        if (!finding.mechanical || !finding.suggestion || !cell) continue;
        const bool same_cell =
            !fixed.changes.empty() && fixed.changes.back().place == finding.place;
        if (same_cell && fixed.changes.back().span.end > finding.span.begin) continue;
        if (!same_cell) places.emplace(cell->source, cell->text);
        SourceLocation place =
            cell->source.empty() ? locate(document, finding) : places->at(finding.span.begin);
        if (place.file.empty()) place.file = document.source_file;
        fixed.changes.push_back({finding.rule, finding.place, finding.span,
                                 std::string(cell->view(finding.span)), *finding.suggestion,
                                 std::move(place)});
    }
    const Changes changes(fixed.changes);
    for (std::size_t begin = 0; begin < changes.size();) {
        const std::size_t end = end_of_cell(changes, begin);
        const Place& place = changes[begin].place;
        apply(fixed.document.lists[place.list].items[place.item].cells[place.cell],
              changes.subspan(begin, end - begin));
        begin = end;
    }
    Diagnostics ignored;
    analyse(fixed.document, ignored);
    return fixed;
}

// A stretch of the text between two rounds that either of them touched.
struct Touched {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    const Change* earlier = nullptr;  // that made it
    const Change* later = nullptr;    // that changes it
};

std::int64_t growth(const Change& change) {
    return static_cast<std::int64_t>(change.after.size()) -
           static_cast<std::int64_t>(change.span.size());
}

// The changes of one cell, `earlier` to its first text and `later` to what that gave, as changes to
// the first text. Those that touch each other become one.
void compose_cell(const Document& first, const Cell& between, Changes earlier, Changes later,
                  std::vector<Change>& result) {
    std::vector<Touched> all;
    std::int64_t grown = 0;
    for (const Change& change : earlier) {
        const auto begin = static_cast<std::uint32_t>(change.span.begin + grown);
        all.push_back(
            {begin, static_cast<std::uint32_t>(begin + change.after.size()), &change, nullptr});
        grown += growth(change);
    }
    for (const Change& change : later)
        all.push_back({change.span.begin, change.span.end, nullptr, &change});
    std::stable_sort(all.begin(), all.end(),
                     [](const Touched& a, const Touched& b) { return a.begin < b.begin; });
    const Change& any = earlier.empty() ? later.front() : earlier.front();
    const Cell& cell = *cell_of(first, any.place);
    SourceCursor places(cell.source, cell.text);
    grown = 0;
    for (std::size_t i = 0; i < all.size();) {
        const std::uint32_t begin = all[i].begin;
        std::uint32_t end = begin;
        std::int64_t inside = 0;
        Change change{
            all[i].earlier ? all[i].earlier->rule : all[i].later->rule, any.place, {}, {}, {}, {}};
        std::uint32_t from = begin;
        for (; i < all.size() && all[i].begin <= std::max(end, begin); ++i) {
            end = std::max(end, all[i].end);
            if (all[i].earlier) inside += growth(*all[i].earlier);
            if (!all[i].later) continue;
            change.after += between.view({from, all[i].begin});
            change.after += all[i].later->after;
            from = all[i].end;
        }
        change.after += between.view({from, end});
        change.span = {static_cast<std::uint32_t>(begin - grown),
                       static_cast<std::uint32_t>(end - grown - inside)};
        grown += inside;
        change.before = cell.view(change.span);
        change.source = places.at(change.span.begin);
        if (change.source.file.empty()) change.source.file = first.source_file;
        if (change.before != change.after) result.push_back(std::move(change));
    }
}

std::vector<Change> composed(const Document& first, const Document& between,
                             const std::vector<Change>& earlier, const std::vector<Change>& later) {
    const auto key = [](const Change& change) {
        return std::make_tuple(change.place.list, change.place.item, change.place.cell);
    };
    std::vector<Change> result;
    for (std::size_t e = 0, l = 0; e < earlier.size() || l < later.size();) {
        const bool has_earlier =
            l == later.size() || (e < earlier.size() && key(earlier[e]) <= key(later[l]));
        const bool has_later =
            e == earlier.size() || (l < later.size() && key(later[l]) <= key(earlier[e]));
        const std::size_t e_end = has_earlier ? end_of_cell(earlier, e) : e;
        const std::size_t l_end = has_later ? end_of_cell(later, l) : l;
        const Changes of_cell = has_earlier ? Changes(earlier).subspan(e, e_end - e) : Changes();
        const Changes more = has_later ? Changes(later).subspan(l, l_end - l) : Changes();
        const Place& place = has_earlier ? earlier[e].place : later[l].place;
        if (more.empty()) {
            result.insert(result.end(), of_cell.begin(), of_cell.end());
        } else {
            compose_cell(first, *cell_of(between, place), of_cell, more, result);
        }
        e = e_end;
        l = l_end;
    }
    return result;
}

bool same_groups(const DutyList& a, const DutyList& b) {
    return std::equal(a.groups.begin(), a.groups.end(), b.groups.begin(), b.groups.end(),
                      [](const GroupRow& one, const GroupRow& other) {
                          return one.text == other.text && one.count == other.count &&
                                 one.first_item == other.first_item;
                      });
}

}  // namespace

Fixed apply_fixes(const Document& document, std::span<const Finding> findings,
                  const Office& office) {
    Fixed fixed = apply_once(document, findings);
    // Each round shortens the text or makes a mark full-width, so it ends; the limit is for safety.
    constexpr int most_rounds = 10;
    for (int round = 1; round < most_rounds && !fixed.changes.empty(); ++round) {
        Fixed next = apply_once(fixed.document, proofread(fixed.document, office));
        if (next.changes.empty()) break;
        fixed.changes = composed(document, fixed.document, fixed.changes, next.changes);
        fixed.document = std::move(next.document);
    }
    return fixed;
}

bool is_untouched_elsewhere(const Document& before, const Document& after,
                            std::span<const Change> changes) {
    if (before.title != after.title || before.title_lines != after.title_lines ||
        before.unit != after.unit || before.period != after.period ||
        before.contents != after.contents || before.lists.size() != after.lists.size())
        return false;
    std::size_t next = 0;
    for (std::uint32_t l = 0; l < before.lists.size(); ++l) {
        const DutyList& old_list = before.lists[l];
        const DutyList& new_list = after.lists[l];
        if (old_list.kind != new_list.kind || old_list.title != new_list.title ||
            old_list.columns != new_list.columns || !same_groups(old_list, new_list) ||
            old_list.items.size() != new_list.items.size())
            return false;
        for (std::uint32_t i = 0; i < old_list.items.size(); ++i) {
            const auto& old_cells = old_list.items[i].cells;
            const auto& new_cells = new_list.items[i].cells;
            if (old_cells.size() != new_cells.size()) return false;
            for (std::uint32_t c = 0; c < old_cells.size(); ++c) {
                const bool changed = next < changes.size() && changes[next].place == Place{l, i, c};
                const std::size_t end = changed ? end_of_cell(changes, next) : next;
                if (new_cells[c].text !=
                    applied(old_cells[c].text, changes.subspan(next, end - next)))
                    return false;
                next = end;
            }
        }
    }
    return next == changes.size();
}

}  // namespace dutylist::check
