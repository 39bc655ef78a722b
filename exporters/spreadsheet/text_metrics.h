#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dutylist::spreadsheet {

// How wide and how high text is in a cell, without any font being installed. Widths are those of
// the widest of the fonts that Excel, WPS and LibreOffice put in a missing font's place, so that a
// height computed from them is enough in each: Han and full-width marks one em, ASCII by a table.
// The workbook's default font is 宋体 11, in whose digits Excel measures columns.
//
// Column widths are in pixels at 96 dpi, of which Excel has 8 to a digit of that font. At other
// scales of the screen, and in LibreOffice, a digit is as narrow as 0.5 em, that is 7.33 pixels;
// text_width is what is left of a column then, between the margins of the cell.
inline constexpr double pixels_per_digit = 8;
inline constexpr double points_per_pixel = 0.75;
double text_width(double column_pixels);

// Advance of a character in em.
double em_width(char32_t character);
// Of a text without line feeds.
double em_width(std::string_view text);

// One font size. Immutable.
class TextMetrics {
public:
    // `size` in points, `line_height` in em: 宋体 has 1.17 in Excel, Noto Sans CJK 1.45.
    TextMetrics(double size, double line_height);

    double width(std::string_view text) const { return em_width(text) * em_pixels_; }  // pixels

    // Lines of the text when broken at line feeds and at `width` pixels, as text_width gives them:
    // between Han anywhere but before a closing or after an opening mark, else at spaces; a word
    // longer than a line is cut. At least 1.
    std::size_t lines(std::string_view text, double width) const;
    // The same; appends the byte offset of the beginning of every line but the first.
    std::size_t lines(std::string_view text, double width,
                      std::vector<std::uint32_t>& starts) const;

    // Points that so many lines need in a row, margins of the cell included; rounded up to
    // Excel's step of 0.75.
    double row_height(std::size_t line_count) const;
    // The most lines that a row of this height holds.
    std::size_t lines_in(double points) const;

private:
    double em_pixels_;
    double line_points_;
};

}  // namespace dutylist::spreadsheet
