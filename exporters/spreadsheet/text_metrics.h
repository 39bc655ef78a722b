#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dutylist::spreadsheet {

// How wide and how high text is in a cell, without any font being installed. Widths are those of
// the widest of the fonts that Excel, WPS and LibreOffice put in a missing font's place: Han and
// full-width marks one em, ASCII by a table.
//
// Columns are measured in digits of the workbook's default font, 宋体 11; their widths here are in
// pixels at 96 dpi, of which Excel has 8 to such a digit. A row must hold its text in two kinds of
// programs, which pull in different directions (docs/workbook.md says where the numbers are from):
// - with 宋体 (Excel, WPS): a digit is 8 pixels, at other scales of the screen and on paper as few
//   as 7.2; lines are low;
// - with another face in its place (LibreOffice without 宋体): a digit is 8.1 pixels or more; lines
//   are high.
inline constexpr double digit_points = 11;  // of the default font, where its digits measure
inline constexpr double pixels_per_digit = 8;
inline constexpr double points_per_pixel = 0.75;
inline constexpr double least_pixels_per_digit = 7.2;
// Of a row whose height nobody set, in Excel.
inline constexpr std::uint32_t pixels_per_row = 20;

// What is left of a column between the margins of its cells, where digits are narrowest.
double text_width(double column_pixels);

// From one line to the next, in em.
struct LineHeights {
    double own = 0;       // of the font that is asked for
    double stand_in = 0;  // of a face in its place
};

// Advance of a character in em.
double em_width(char32_t character);
// Of a text without line feeds.
double em_width(std::string_view text);

// One font size. Immutable.
class TextMetrics {
public:
    // `size` in points.
    TextMetrics(double size, LineHeights line_heights);

    double width(std::string_view text) const { return em_width(text) * em_pixels_; }  // pixels

    // Points that the text needs in a row, margins of the cell included, whichever program shows it
    // in a column of `column_pixels`; at least `least`. Rounded up to Excel's step of 0.75.
    double height(std::string_view text, double column_pixels, double least = 0) const;

    // Lines of the text when broken at line feeds and at `width` pixels, as text_width gives them:
    // between Han anywhere but before a closing or after an opening mark, else at spaces; a word
    // longer than a line is cut. At least 1.
    std::size_t lines(std::string_view text, double width) const;
    // The same; appends the byte offset of the beginning of every line but the first.
    std::size_t lines(std::string_view text, double width,
                      std::vector<std::uint32_t>& starts) const;

    // The most lines, as lines() counts them, that a row of this height holds in every program.
    std::size_t lines_in(double points) const;

private:
    double em_pixels_;           // where columns are narrowest
    double stand_in_em_pixels_;  // where another face stands in
    double line_points_;
    double stand_in_line_points_;
};

}  // namespace dutylist::spreadsheet
