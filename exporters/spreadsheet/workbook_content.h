#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dutylist::spreadsheet {

// What a workbook is meant to hold, noted while it is written, and what is found in it when it is
// read back: the same type for both, to be compared.

// The cells of a sheet. Two sheets have equal contents if they have the same texts and formulas in
// the same cells and the same other cells; numbers are added up, as their decimals may differ.
class CellContent {
public:
    void text(std::uint32_t row, std::uint16_t column, std::string_view text);
    void text(std::uint32_t row, std::uint16_t column, std::uint32_t checksum_of_text);
    void number(std::uint32_t row, std::uint16_t column, double value);
    void formula(std::uint32_t row, std::uint16_t column, std::string_view expression,
                 double value);
    void blank(std::uint32_t row, std::uint16_t column);

    std::uint64_t cells() const { return cells_; }
    std::uint64_t texts() const { return texts_; }
    // What differs first: "<c>: 61 ≠ 62"; empty where nothing does.
    std::string difference(const CellContent& meant) const;

private:
    enum class Kind : std::uint8_t { text, number, formula, blank };
    void add(std::uint32_t row, std::uint16_t column, Kind kind, std::uint32_t checksum);

    std::uint64_t cells_ = 0;
    std::uint64_t texts_ = 0;
    std::uint64_t numbers_ = 0;  // formulas have one as well
    double sum_ = 0;
    std::uint64_t fingerprint_ = 0;  // of places, kinds and texts; the order does not matter
};

struct ChartContent {
    std::uint64_t series = 0;
    std::uint64_t points = 0;  // that have a colour of their own
    // The sum of the checksums of title, titles of the axes and names of series.
    std::uint64_t texts = 0;

    void text(std::string_view text);
    friend bool operator==(const ChartContent&, const ChartContent&) = default;
};

struct SheetContent {
    std::string name{};
    std::uint64_t rows = 0;
    CellContent cells{};
    // Ranges and settings, as many as elements say them.
    std::uint64_t merged = 0, links = 0, drop_downs = 0, coloured = 0, page_breaks = 0, filters = 0,
                  protections = 0;
    std::vector<ChartContent> charts{};
};

struct WorkbookContent {
    std::vector<SheetContent> sheets{};
    std::uint64_t names = 0;  // of ranges; print areas, repeated rows and filters have one
    std::int64_t timestamp = 0;
    std::string title{}, subject{}, author{}, company{}, keywords{}, comments{};
};

}  // namespace dutylist::spreadsheet
