#include "pipeline/check/fix.h"

#include <algorithm>

#include "pipeline/analysis/analyse.h"
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

// Where a byte of the old text lies in the new one; of what was replaced, the replacement's start.
std::uint32_t moved(std::uint32_t offset, Changes changes) {
    std::uint32_t begin = offset;
    std::int64_t shift = 0;
    for (const Change& change : changes) {
        if (change.span.begin > offset) break;
        if (change.span.end > offset) {
            begin = change.span.begin;
            break;
        }
        shift += static_cast<std::int64_t>(change.after.size()) -
                 static_cast<std::int64_t>(change.span.size());
    }
    return static_cast<std::uint32_t>(begin + shift);
}

SourceMap moved_map(const Cell& cell, Changes changes) {
    std::vector<SourceMark> marks;
    for (SourceMark mark : cell.source.marks()) {
        mark.offset = moved(mark.offset, changes);
        marks.push_back(mark);
    }
    const bool in_sheet = cell.source.origin() && !cell.source.origin()->sheet.empty();
    for (const Change& change : changes) {
        if (in_sheet || cell.source.empty()) break;
        if (count_characters(change.before) == count_characters(change.after)) continue;
        // From here on characters no longer pair up one by one with those before.
        const SourceLocation place = cell.source.locate(cell.text, change.span.end);
        marks.push_back({moved(change.span.end, changes), place.line, place.column});
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
    SourceMap map = moved_map(cell, changes);
    for (TextSpan& span : cell.restored)
        span = {moved(span.begin, changes), moved(span.end, changes)};
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

bool same_groups(const DutyList& a, const DutyList& b) {
    return std::equal(a.groups.begin(), a.groups.end(), b.groups.begin(), b.groups.end(),
                      [](const GroupRow& one, const GroupRow& other) {
                          return one.text == other.text && one.count == other.count &&
                                 one.first_item == other.first_item;
                      });
}

}  // namespace

Fixed apply_fixes(const Document& document, std::span<const Finding> findings) {
    Fixed fixed{document, {}};
    for (const Finding& finding : findings) {
        const Cell* cell = cell_of(document, finding.place);
        if (!finding.mechanical || !finding.suggestion || !cell) continue;
        if (!fixed.changes.empty() && fixed.changes.back().place == finding.place &&
            fixed.changes.back().span.end > finding.span.begin)
            continue;
        fixed.changes.push_back({finding.rule, finding.place, finding.span,
                                 std::string(cell->view(finding.span)), *finding.suggestion,
                                 locate(document, finding)});
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
