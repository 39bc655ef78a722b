#include "importers/open_document/hidden_parts.h"

#include <algorithm>

namespace dutylist {
namespace {

// Each of them is looked at in every row below it.
constexpr std::size_t most_waiting = 256;
// Those of LibreOffice's largest sheets.
constexpr std::uint32_t most_rows = 1'048'576;

}  // namespace

void HiddenParts::start_table() {
    columns_.start_table();
    hidden_rows_ = HiddenLines(HiddenLines::Lines::rows);
    hidden_columns_ = HiddenLines(HiddenLines::Lines::columns);
    waiting_.clear();
    row_hidden_ = false;
}

void HiddenParts::start_row(std::uint32_t row, std::uint32_t repeats,
                            const XmlAttributes& attributes, const OpenDocumentLooks& looks) {
    row_hidden_ = attributes.value("visibility", "visible") != "visible" ||
                  looks.is_flat("table-row", attributes.value("style-name"));
    row_repeats_ = std::min(repeats, most_rows);
    if (waiting_.empty()) return;
    std::erase_if(waiting_, [&](const Waiting& merged) {
        const bool over = merged.last_row < row;
        const bool told = over || (row_hidden_ && merged.last_row < row + repeats);
        if (told) hidden_rows_.add(merged.place.line, merged.text, merged.place);
        return told || !row_hidden_;
    });
}

void HiddenParts::add_text(std::string_view text, SourcePosition place, std::uint32_t columns,
                           std::uint32_t rows) {
    if (columns_.are_hidden(place.column - 1, columns)) {
        for (std::uint32_t i = 0; i < columns; ++i)
            hidden_columns_.add(place.column + i, text, place);
    }
    if (!row_hidden_) return;
    if (rows > 1 && waiting_.size() < most_waiting) {
        waiting_.push_back({std::string(text), place, place.line + rows - 1});
    } else {
        for (std::uint32_t i = 0; i < row_repeats_; ++i)
            hidden_rows_.add(place.line + i, text, place);
    }
}

void HiddenParts::report(const std::string& file, const std::string& sheet,
                         Diagnostics& diagnostics) {
    for (const Waiting& merged : waiting_)
        hidden_rows_.add(merged.place.line, merged.text, merged.place);
    waiting_.clear();
    hidden_rows_.report(file, sheet, diagnostics);
    hidden_columns_.report(file, sheet, diagnostics);
}

}  // namespace dutylist
