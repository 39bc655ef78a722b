#pragma once

#include <cstdint>
#include <vector>

#include "exporters/spreadsheet/sheet.h"

namespace dutylist {

// Printable width and height of an A4 page, in points.
double printable_width(const spreadsheet::PrintSetup& page);
double printable_height(const spreadsheet::PrintSetup& page);

// Finds the rows above which a new page begins, so that no page break falls into a row.
class PageFlow {
public:
    // `width_pixels` of all columns: wider than the page, the sheet is printed smaller and a page
    // holds more. How much is counted where digits are narrowest (text_metrics.h), so that a page
    // never holds less. `repeated_points`: the rows that print again at the top of every further
    // page.
    PageFlow(const spreadsheet::PrintSetup& page, double width_pixels, double repeated_points);

    // The next row. One that `stays_with_next` is not left alone at the foot of a page.
    void add(std::uint32_t row, double height, bool stays_with_next = false);
    // The last rows, which stay together and, where they begin a page, take the row before along.
    void add_closing(std::uint32_t row, double height);

    const std::vector<std::uint32_t>& breaks() const { return breaks_; }

private:
    void new_page(std::uint32_t row);

    double capacity_;
    double repeated_;
    double used_ = 0;
    std::uint32_t last_row_ = 0;  // that was added
    double last_height_ = 0;
    std::uint32_t rows_on_page_ = 0;
    std::uint32_t kept_row_ = 0;  // that stays with the next
    double kept_height_ = 0;
    bool keeping_ = false;
    std::vector<std::uint32_t> breaks_;
};

}  // namespace dutylist
