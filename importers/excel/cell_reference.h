#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dutylist {

// A cell of a sheet; row and column from 1 (C17 is row 17, column 3).
struct SheetPosition {
    std::uint32_t row = 0;
    std::uint32_t column = 0;

    friend auto operator<=>(const SheetPosition&, const SheetPosition&) = default;
};

struct CellRange {
    SheetPosition first;
    SheetPosition last;

    friend auto operator<=>(const CellRange&, const CellRange&) = default;
};

inline std::optional<SheetPosition> parse_cell_reference(std::string_view text) {
    SheetPosition cell;
    std::size_t i = 0;
    for (; i < text.size() && text[i] >= 'A' && text[i] <= 'Z'; ++i) {
        cell.column = cell.column * 26 + static_cast<std::uint32_t>(text[i] - 'A' + 1);
        if (cell.column > 16384) return {};
    }
    for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
        cell.row = cell.row * 10 + static_cast<std::uint32_t>(text[i] - '0');
        if (cell.row > 1048576) return {};
    }
    if (i != text.size() || cell.row == 0 || cell.column == 0) return {};
    return cell;
}

// "B3:B24"; a single cell is a range of one.
inline std::optional<CellRange> parse_cell_range(std::string_view text) {
    const std::size_t colon = text.find(':');
    const auto first = parse_cell_reference(text.substr(0, colon));
    const auto last =
        colon == std::string_view::npos ? first : parse_cell_reference(text.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column) return {};
    return CellRange{*first, *last};
}

}  // namespace dutylist
