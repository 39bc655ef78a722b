#include "exporters/spreadsheet/text_metrics.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "pipeline/text/character_class.h"
#include "pipeline/text/utf8.h"

namespace dutylist::spreadsheet {
namespace {

// Hundredths of an em for U+0020 to U+007E. 宋体 has 50 throughout; a proportional face that stands
// in for it is wider in capitals and digits, and narrower where this table keeps 50.
constexpr std::array<std::uint8_t, 95> ascii_widths{
    50,  50, 50, 84, 64, 95, 78, 50, 50, 50, 50, 84, 50, 50, 50, 50,  // space to /
    64,  64, 64, 64, 64, 64, 64, 64, 64, 64, 50, 50, 84, 84, 84, 54,  // 0 to ?
    100, 69, 69, 70, 77, 64, 58, 78, 76, 50, 50, 66, 56, 87, 75, 79,  // @ to O
    61,  79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 50, 50, 50, 84, 50,  // P to _
    50,  62, 64, 55, 64, 62, 50, 64, 64, 50, 50, 58, 50, 98, 64, 62,  // ` to o
    64,  64, 50, 53, 50, 64, 60, 82, 60, 60, 53, 64, 50, 64, 84};     // p to ~

// Of both sides of a cell in Excel, with the grid line.
constexpr double cell_margin_pixels = 6;
// LibreOffice with Noto Sans CJK for 宋体: 0.555 em a digit, 0.35 mm on each side of a cell.
constexpr double stand_in_digit_pixels = 8.13;
constexpr double stand_in_cell_margin_pixels = 3;
// Above and below the text of a cell, together.
constexpr double row_margin_points = 3;

// Where no line may break at a character: before it, behind it, between it and others of a word.
using Breaking = std::uint8_t;
constexpr Breaking ideograph = 0;
constexpr Breaking closing = 1;
constexpr Breaking opening = 2;
constexpr Breaking quotation = closing | opening;  // UAX #14 LB19: on neither side
constexpr Breaking word = 4;

Breaking breaking_of(char32_t c) {
    if (c <= ' ') return closing;
    if (c == '%') return word | closing;                           // LB23a
    if (c == '+' || c == '$' || c == '\\') return word | opening;  // LB23a
    if (c < 0x80) return word;
    switch (c) {
        case U'“':
        case U'‘':
        case U'”':
        case U'’':
            return quotation;
        case U'（':
        case U'《':
        case U'〈':
        case U'「':
        case U'『':
        case U'【':
        case U'〔':
        case U'［':
        case U'｛':
        case U'〖':
            return opening;
        case U'）':
        case U'》':
        case U'〉':
        case U'」':
        case U'』':
        case U'】':
        case U'〕':
        case U'］':
        case U'｝':
        case U'〗':
        case U'，':
        case U'。':
        case U'、':
        case U'；':
        case U'：':
        case U'！':
        case U'？':
        case U'·':
        case U'…':
        case U'—':
        case U'％':
        case U'．':
        case U'～':
        case U'\u3000':
        case U'‰':
        case U'℃':
            return closing;
        default:
            break;
    }
    return c < 0x2E80 ? word : ideograph;
}

bool is_zero_width(char32_t c) {
    return (c >= 0x300 && c < 0x370) || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0xFE00 && c <= 0xFE0F) || c == 0x2060 || c == 0xFEFF;
}

// Finds where lines begin. `on_line` is called with the byte offset of each but the first.
template <typename OnLine>
std::size_t break_lines(std::string_view text, double limit, OnLine on_line) {
    std::size_t lines = 1;
    double line = 0;        // width of what is on the line
    double cluster = 0;     // of what may not be broken, behind it
    std::size_t begin = 0;  // of the cluster
    bool at_break = true;   // nothing is before the next character that it must stay with
    Breaking before = closing;
    const auto next_line = [&](std::size_t offset) {
        ++lines;
        on_line(offset);
    };
    const auto commit = [&] {
        if (line > 0 && line + cluster > limit) {
            next_line(begin);
            line = 0;
        }
        line += cluster;
        cluster = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte == '\n') {
            commit();
            next_line(at + 1);
            line = 0;
            begin = ++at;
            before = closing;
            at_break = true;
            continue;
        }
        double width = 1;
        std::uint32_t bytes = 3;
        Breaking kind = ideograph;
        // The bytes E4 to E9 begin the Han of U+4000 to U+9FFF.
        if (byte < 0xE4 || byte > 0xE9 || at + 3 > text.size()) {
            const Decoded d = decode_at(text, at);
            bytes = d.bytes;
            width = em_width(d.character);
            kind = width == 0 ? before : breaking_of(d.character);
        }
        const bool together = at_break || (before & opening) != 0 || (kind & closing) != 0 ||
                              (before & kind & word) != 0;
        if (!together) {
            commit();
            begin = at;
        } else if (cluster + width > limit && cluster > 0) {
            commit();
            begin = at;
        }
        cluster += width;
        before = kind;
        at_break = false;
        at += bytes;
    }
    commit();
    return lines;
}

}  // namespace

double text_width(double column_pixels) {
    return column_pixels * (least_pixels_per_digit / pixels_per_digit) - cell_margin_pixels;
}

double em_width(char32_t c) {
    if (c >= 0x20 && c < 0x7F) return ascii_widths[c - 0x20] / 100.0;
    if (c < 0x20 || is_zero_width(c)) return 0;
    if (c >= 0xFF61 && c <= 0xFFDC) return 0.5;
    // Pictures are wider than one em in every font that has them.
    if (c >= 0x1F000 && c < 0x20000) return 1.4;
    return 1;
}

double em_width(std::string_view text) {
    double width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0xE4 && byte <= 0xE9 && at + 3 <= text.size()) {
            width += 1;
            at += 3;
        } else {
            const Decoded d = decode_at(text, at);
            width += em_width(d.character);
            at += d.bytes;
        }
    }
    return width;
}

// Excel draws with a whole number of pixels to the em, at 96, 120 or 144 dpi as the screen is
// scaled, and prints with the exact size.
TextMetrics::TextMetrics(double size, LineHeights line_heights)
    : em_pixels_(std::max({size / points_per_pixel, std::round(size / 72 * 96),
                           std::round(size / 72 * 120) * 96 / 120,
                           std::round(size / 72 * 144) * 96 / 144})),
      stand_in_em_pixels_(size / points_per_pixel),
      line_points_(size * line_heights.own),
      stand_in_line_points_(size * std::max(line_heights.own, line_heights.stand_in)) {}

double TextMetrics::height(std::string_view text, double column_pixels, double least) const {
    const auto points = [](std::size_t count, double line) {
        return std::ceil((static_cast<double>(count) * line + row_margin_points) /
                             points_per_pixel -
                         1e-9) *
               points_per_pixel;
    };
    const std::size_t count = lines(text, text_width(column_pixels));
    const double own = std::max(least, points(count, line_points_));
    // Columns are wider there, so that there are never more lines.
    if (points(count, stand_in_line_points_) <= own) return own;
    const double width =
        column_pixels * (stand_in_digit_pixels / pixels_per_digit) - stand_in_cell_margin_pixels;
    const std::size_t stand_in_count =
        break_lines(text, std::max(width / stand_in_em_pixels_, 1.0), [](std::size_t) {});
    return std::max(own, points(stand_in_count, stand_in_line_points_));
}

std::size_t TextMetrics::lines(std::string_view text, double width) const {
    return break_lines(text, std::max(width / em_pixels_, 1.0), [](std::size_t) {});
}

std::size_t TextMetrics::lines(std::string_view text, double width,
                               std::vector<std::uint32_t>& starts) const {
    return break_lines(text, std::max(width / em_pixels_, 1.0), [&](std::size_t offset) {
        starts.push_back(static_cast<std::uint32_t>(offset));
    });
}

std::size_t TextMetrics::lines_in(double points) const {
    return static_cast<std::size_t>(
        std::max(1.0, std::floor((points - row_margin_points) / stand_in_line_points_ + 1e-9)));
}

}  // namespace dutylist::spreadsheet
