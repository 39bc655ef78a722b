#include "pipeline/check/finding.h"

#include <algorithm>

#include "pipeline/text/utf8.h"

namespace dutylist::check {
namespace {

std::string in_one_line(std::string_view text) {
    std::string line(text);
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

// An empty cell has no source of its own: it stands behind the last one before it that has, if all
// are of one line of text or one row of a sheet; else only the line of that one is told. A category
// that a group's heading gave is of another row and does not count.
SourceLocation place_of_empty_cell(const Document& document, const Place& place) {
    const DutyList& list = document.lists[place.list];
    const std::vector<Cell>& cells = list.items[place.item].cells;
    std::uint32_t nearest = nowhere;
    std::optional<std::uint32_t> line;
    bool in_one_line = true;
    for (std::uint32_t c = 0; c < cells.size(); ++c) {
        const bool grouped = list.columns[c].role == CellRole::category && !list.groups.empty();
        if (cells[c].source.empty() || grouped) continue;
        if (nearest == nowhere || c < place.cell) nearest = c;
        const std::uint32_t own = cells[c].source.locate(cells[c].text, 0).line;
        in_one_line = in_one_line && line.value_or(own) == own;
        line = own;
    }
    if (nearest == nowhere) return {};
    const Cell& cell = cells[nearest];
    SourceLocation location = cell.source.locate(cell.text, 0);
    if (!in_one_line || nearest > place.cell) {
        location.column = 0;
        return location;
    }
    if (location.sheet.empty())
        location = cell.source.locate(cell.text, static_cast<std::uint32_t>(cell.text.size()));
    for (std::uint32_t c = nearest; c < place.cell; ++c) {
        const bool grouped = list.columns[c].role == CellRole::category && !list.groups.empty();
        location.column += grouped ? 0 : 1;
    }
    return location;
}

}  // namespace

const Cell* cell_of(const Document& document, const Place& place) {
    if (place.list >= document.lists.size()) return nullptr;
    const DutyList& list = document.lists[place.list];
    if (place.item >= list.items.size()) return nullptr;
    const Item& item = list.items[place.item];
    return place.cell < item.cells.size() ? &item.cells[place.cell] : nullptr;
}

SourceLocation locate(const Document& document, const Finding& finding) {
    if (const Cell* cell = cell_of(document, finding.place)) {
        SourceLocation place = cell->source.empty()
                                   ? place_of_empty_cell(document, finding.place)
                                   : cell->source.locate(cell->text, finding.span.begin);
        if (place.file.empty()) place.file = document.source_file;
        return place;
    }
    SourceLocation place = finding.source;
    if (place.file.empty()) place.file = document.source_file;
    return place;
}

std::string message_of(const Finding& finding, Language language) {
    return Diagnostic{finding.rule, finding.severity, {}, finding.arguments, {}}.message(language);
}

std::string Excerpt::marked() const {
    std::string text = cut_before ? "…" : "";
    text += before + "【" + spot + "】" + after;
    if (cut_after) text += "…";
    return text;
}

Excerpt excerpt_of(const Document& document, const Finding& finding, std::size_t characters) {
    const Cell* cell = cell_of(document, finding.place);
    if (!cell) return {{}, in_one_line(finding.spot), {}, false, false};
    const std::string_view text = cell->text;
    std::size_t begin = finding.span.begin;
    std::size_t end = finding.span.end;
    for (std::size_t i = 0; i < characters && begin > 0; ++i)
        begin -= decode_before(text, begin).bytes;
    for (std::size_t i = 0; i < characters && end < text.size(); ++i)
        end += decode_at(text, end).bytes;
    return {in_one_line(text.substr(begin, finding.span.begin - begin)),
            in_one_line(finding.span.of(text)),
            in_one_line(text.substr(finding.span.end, end - finding.span.end)), begin > 0,
            end < text.size()};
}

}  // namespace dutylist::check
