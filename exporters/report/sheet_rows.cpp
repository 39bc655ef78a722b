#include "exporters/report/sheet_rows.h"

#include <algorithm>

#include "exporters/spreadsheet/workbook_writer.h"
#include "pipeline/text/character_class.h"
#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

constexpr double line_factor = 1.42;  // of the font size, from line to line
constexpr double padding = 5;         // points, above and below together
constexpr double side_padding = 8;    // pixels, left and right together

double em_pixels(double size) { return size * 96 / 72; }

// How many of a text's lines there are, wrapped at the width; `lines_at`, if given, gets the byte
// offset at which each line begins.
std::size_t count_lines(const std::string& text, std::uint32_t width, double size,
                        std::vector<std::size_t>* lines_at = nullptr) {
    // One character narrower than the column: applications differ by about as much.
    const double room =
        std::max(2.0, (static_cast<double>(width) - side_padding) / em_pixels(size) - 0.5);
    double used = 0;
    std::size_t lines = 1;
    if (lines_at) lines_at->push_back(0);
    const Characters characters(text);
    for (auto at = characters.begin(); at != characters.end(); ++at) {
        const char32_t character = (*at).character;
        const double advance =
            character == '\n' ? 0 : 0.5 * static_cast<double>(display_width(character));
        if (character == '\n' || used + advance > room) {
            ++lines;
            used = 0;
            if (lines_at) lines_at->push_back(at.offset() + (character == '\n' ? 1 : 0));
        }
        used += advance;
    }
    return lines;
}

}  // namespace

double height_of(const std::vector<std::string>& texts, const std::vector<std::uint32_t>& widths,
                 double size) {
    std::size_t lines = 1;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        lines = std::max(lines, count_lines(texts[i], widths[i], size));
    }
    return std::min(static_cast<double>(lines) * size * line_factor + padding,
                    spreadsheet::maximum_row_height);
}

std::vector<std::string> cut_to_height(const std::string& text, std::uint32_t width, double size) {
    const auto most = static_cast<std::size_t>((spreadsheet::maximum_row_height - padding) /
                                               (size * line_factor));
    std::vector<std::size_t> lines_at;
    count_lines(text, width, size, &lines_at);
    std::vector<std::string> pieces;
    for (std::size_t first = 0; first < lines_at.size(); first += most) {
        const std::size_t begin = lines_at[first];
        const std::size_t end =
            first + most < lines_at.size() ? lines_at[first + most] : text.size();
        pieces.push_back(text.substr(begin, end - begin));
    }
    return pieces;
}

}  // namespace dutylist
