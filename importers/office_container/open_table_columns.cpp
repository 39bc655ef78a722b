#include "importers/office_container/open_table_columns.h"

#include <algorithm>

namespace dutylist {
namespace {

// Those of LibreOffice's largest sheets.
constexpr std::uint32_t most_columns = 16'384;

}  // namespace

void OpenTableColumns::add(const XmlAttributes& attributes, const OpenDocumentLooks& looks) {
    const std::uint32_t begin = columns_.empty() ? 0 : columns_.back().end;
    if (begin >= most_columns) return;
    Columns columns;
    const std::uint32_t repeats = std::max(attributes.number("number-columns-repeated", 1), 1U);
    columns.end = begin + std::min(repeats, most_columns - begin);
    columns.hidden = attributes.value("visibility", "visible") != "visible" ||
                     looks.is_flat("table-column", attributes.value("style-name"));
    columns.cell_style = attributes.value("default-cell-style-name");
    any_hidden_ = any_hidden_ || columns.hidden;
    columns_.push_back(std::move(columns));
}

const OpenTableColumns::Columns* OpenTableColumns::at(std::uint32_t column) const {
    const auto found =
        std::upper_bound(columns_.begin(), columns_.end(), column,
                         [](std::uint32_t c, const Columns& columns) { return c < columns.end; });
    return found == columns_.end() ? nullptr : &*found;
}

bool OpenTableColumns::are_hidden(std::uint32_t first, std::uint32_t count) const {
    if (!any_hidden_) return false;
    for (std::uint32_t column = first; column < first + std::max(count, 1U);) {
        const Columns* const columns = at(column);
        if (columns == nullptr || !columns->hidden) return false;
        column = columns->end;
    }
    return true;
}

std::string_view OpenTableColumns::cell_style(std::uint32_t column) const {
    const Columns* const columns = at(column);
    return columns == nullptr ? std::string_view() : std::string_view(columns->cell_style);
}

}  // namespace dutylist
