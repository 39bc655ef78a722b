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
        SourceLocation place = cell->source.locate(cell->text, finding.span.begin);
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
