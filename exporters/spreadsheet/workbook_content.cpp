#include "exporters/spreadsheet/workbook_content.h"

#include <algorithm>
#include <cmath>

#include "pipeline/io/checksum.h"

namespace dutylist::spreadsheet {
namespace {

std::string unequal(std::string_view what, std::uint64_t found, std::uint64_t meant) {
    return std::string(what) + ": " + std::to_string(found) + " ≠ " + std::to_string(meant);
}

}  // namespace

void CellContent::text(std::uint32_t row, std::uint16_t column, std::string_view text) {
    this->text(row, column, checksum(0, text));
}

void CellContent::text(std::uint32_t row, std::uint16_t column, std::uint32_t checksum_of_text) {
    ++texts_;
    add(row, column, Kind::text, checksum_of_text);
}

void CellContent::number(std::uint32_t row, std::uint16_t column, double value) {
    ++numbers_;
    sum_ += value;
    add(row, column, Kind::number, 0);
}

void CellContent::formula(std::uint32_t row, std::uint16_t column, std::string_view expression,
                          double value) {
    ++numbers_;
    sum_ += value;
    add(row, column, Kind::formula, checksum(0, expression));
}

void CellContent::blank(std::uint32_t row, std::uint16_t column) {
    add(row, column, Kind::blank, 0);
}

void CellContent::add(std::uint32_t row, std::uint16_t column, Kind kind, std::uint32_t checksum) {
    ++cells_;
    // splitmix64, so that two cells that change places do not cancel out.
    std::uint64_t mixed =
        (std::uint64_t{row} << 18 | std::uint64_t{column} << 2 | static_cast<std::uint64_t>(kind)) *
            0x9E3779B97F4A7C15 ^
        std::uint64_t{checksum} << 32;
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB;
    fingerprint_ += mixed ^ mixed >> 31;
}

std::string CellContent::difference(const CellContent& meant) const {
    if (cells_ != meant.cells_) return unequal("<c>", cells_, meant.cells_);
    if (texts_ != meant.texts_) return unequal("<t>", texts_, meant.texts_);
    if (numbers_ != meant.numbers_) return unequal("<v>", numbers_, meant.numbers_);
    const double room = 1e-9 * std::max(1.0, std::abs(meant.sum_));
    if (std::abs(sum_ - meant.sum_) > room) {
        return "Σ <v>: " + std::to_string(sum_) + " ≠ " + std::to_string(meant.sum_);
    }
    return fingerprint_ == meant.fingerprint_ ? "" : "<c>";
}

void ChartContent::text(std::string_view text) {
    if (!text.empty()) texts += checksum(0, text);
}

}  // namespace dutylist::spreadsheet
