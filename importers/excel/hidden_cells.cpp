#include "importers/excel/hidden_cells.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string>

#include "importers/draft_building/hidden_lines.h"

namespace dutylist {
namespace {

// Characters, and points: less shows no text.
constexpr double narrowest_column = 0.3;
constexpr double lowest_row = 2;
constexpr std::uint32_t most_columns = 16'384;

bool is_below(const XmlAttributes& attributes, std::string_view name, double limit) {
    const auto text = attributes.find(name);
    if (!text) return false;
    double size = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), size);
    return error == std::errc() && size < limit;
}

}  // namespace

void HiddenCells::add_columns(std::string_view element, const XmlAttributes& attributes) {
    if (element == "sheetFormatPr") {
        no_default_width_ = is_below(attributes, "defaultColWidth", narrowest_column);
        return;
    }
    const std::uint32_t first = attributes.number("min", 0);
    const std::uint32_t last = std::min(attributes.number("max", first), most_columns);
    // Programs write them in order, each once.
    if (first <= columns_read_ || last < first) return;
    columns_read_ = last;
    if (!attributes.flag("hidden", false) && !is_below(attributes, "width", narrowest_column)) {
        visible_.push_back({first, last});
        return;
    }
    if (!columns_.empty() && columns_.back().last + 1 == first) {
        columns_.back().last = last;
    } else {
        columns_.push_back({first, last});
    }
}

void HiddenCells::add_row(std::uint32_t row, const XmlAttributes& attributes) {
    const bool flat =
        attributes.flag("customHeight", false) && is_below(attributes, "ht", lowest_row);
    if (!attributes.flag("hidden", false) && !flat) return;
    if (!rows_.empty() && rows_.back().last + 1 == row) {
        rows_.back().last = row;
    } else {
        rows_.push_back({row, row});
    }
}

bool HiddenCells::covers(const std::vector<Range>& ranges, std::uint32_t first,
                         std::uint32_t last) {
    const auto after =
        std::upper_bound(ranges.begin(), ranges.end(), first,
                         [](std::uint32_t line, const Range& range) { return line < range.first; });
    return after != ranges.begin() && (after - 1)->last >= last;
}

bool HiddenCells::hides_columns(std::uint32_t first, std::uint32_t last) const {
    if (!no_default_width_) return covers(columns_, first, last);
    return std::none_of(visible_.begin(), visible_.end(), [&](const Range& range) {
        return range.first <= last && range.last >= first;
    });
}

void HiddenCells::report(const DraftTable& table, const std::vector<std::uint32_t>& row_numbers,
                         const std::vector<CellRange>& merges, const SourceLocation& sheet,
                         Diagnostics& diagnostics) const {
    if (rows_.empty() && columns_.empty() && !no_default_width_) return;
    std::map<SheetPosition, SheetPosition> ends;  // of merged cells, by where they begin
    for (const CellRange& merge : merges) ends.emplace(merge.first, merge.last);
    HiddenLines rows(HiddenLines::Lines::rows);
    HiddenLines columns(HiddenLines::Lines::columns);
    for (std::size_t r = 0; r < table.rows.size() && r < row_numbers.size(); ++r) {
        const std::vector<DraftCell>& cells = table.rows[r].cells;
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const std::string& text = cells[c].content.text;
            if (text.empty() || cells[c].from_merge) continue;
            const SheetPosition first{row_numbers[r], static_cast<std::uint32_t>(c + 1)};
            const auto merged = ends.find(first);
            const SheetPosition last = merged == ends.end() ? first : merged->second;
            const SourcePosition place{first.row, first.column};
            if (covers(rows_, first.row, last.row)) rows.add(first.row, text, place);
            if (hides_columns(first.column, std::min(last.column, most_columns)))
                columns.add(first.column, text, place);
        }
    }
    rows.report(sheet.file, sheet.sheet, diagnostics);
    columns.report(sheet.file, sheet.sheet, diagnostics);
}

}  // namespace dutylist
