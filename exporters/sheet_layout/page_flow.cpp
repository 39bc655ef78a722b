#include "exporters/sheet_layout/page_flow.h"

#include <algorithm>

#include "exporters/spreadsheet/text_metrics.h"

namespace dutylist {
namespace {

constexpr double points_per_millimetre = 72 / 25.4;
constexpr double a4_width = 210;
constexpr double a4_height = 297;

// Printers and programs differ by a line or two in what they put on a page.
constexpr double usable_share = 0.98;

}  // namespace

double printable_width(const spreadsheet::PrintSetup& page) {
    return ((page.landscape ? a4_height : a4_width) - page.margin_left - page.margin_right) *
           points_per_millimetre;
}

double printable_height(const spreadsheet::PrintSetup& page) {
    return ((page.landscape ? a4_width : a4_height) - page.margin_top - page.margin_bottom) *
           points_per_millimetre;
}

PageFlow::PageFlow(const spreadsheet::PrintSetup& page, double width_pixels, double repeated_points)
    : capacity_(printable_height(page) * usable_share *
                std::max(1.0, width_pixels / spreadsheet::pixels_per_digit *
                                  spreadsheet::least_pixels_per_digit *
                                  spreadsheet::points_per_pixel / printable_width(page))),
      repeated_(repeated_points) {}

void PageFlow::new_page(std::uint32_t row) {
    breaks_.push_back(row);
    used_ = repeated_;
    rows_on_page_ = 0;
}

void PageFlow::add(std::uint32_t row, double height, bool stays_with_next) {
    if (used_ + height > capacity_ && rows_on_page_ > 0) {
        if (keeping_ && rows_on_page_ > 1) {
            new_page(kept_row_);
            used_ += kept_height_;
            ++rows_on_page_;
        } else {
            new_page(row);
        }
    }
    used_ += height;
    ++rows_on_page_;
    last_row_ = row;
    last_height_ = height;
    keeping_ = stays_with_next;
    kept_row_ = row;
    kept_height_ = height;
}

void PageFlow::add_closing(std::uint32_t row, double height) {
    if (used_ + height > capacity_ && rows_on_page_ > 0) {
        if (rows_on_page_ > 1 && repeated_ + last_height_ + height <= capacity_) {
            new_page(last_row_);
            used_ += last_height_;
            ++rows_on_page_;
        } else {
            new_page(row);
        }
    }
    used_ += height;
    ++rows_on_page_;
}

}  // namespace dutylist
