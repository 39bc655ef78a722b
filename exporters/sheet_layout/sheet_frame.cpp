#include "exporters/sheet_layout/sheet_frame.h"

#include <algorithm>

#include "exporters/spreadsheet/text_metrics.h"

namespace dutylist {

using spreadsheet::CellFormat;
using spreadsheet::Sheet;
using spreadsheet::TextMetrics;

std::string SheetFrame::text(std::string_view pattern, PlaceholderValues more) const {
    more.insert(more.end(), values_.begin(), values_.end());
    return filled(pattern, more);
}

spreadsheet::Format SheetFrame::aligned(CellFormat style, spreadsheet::Horizontal align) const {
    style.horizontal = align;
    return book_.format(style);
}

double SheetFrame::height_of(std::string_view text, const CellFormat& style, double pixels) const {
    const TextMetrics metrics(style.size, settings_.rows.line_heights);
    return std::min(metrics.height(text, pixels), spreadsheet::maximum_row_height);
}

void SheetFrame::fit_on_one_line(std::string_view text, CellFormat& style, double width) const {
    constexpr double step = 0.5;
    const double least = style.size * settings_.titles.least_share;
    for (double size = style.size; size >= least; size -= step) {
        const TextMetrics metrics(size, settings_.rows.line_heights);
        if (metrics.lines(text, spreadsheet::text_width(width)) > 1) continue;
        style.size = size;
        return;
    }
}

std::uint32_t SheetFrame::write_titles(Sheet& sheet, std::string_view title,
                                       std::string_view subtitle, std::size_t columns, double width,
                                       double& height) const {
    std::uint32_t row = 0;
    const auto write = [&](std::string_view text, CellFormat style, double space) {
        if (text.empty()) return;
        fit_on_one_line(text, style, width);
        const double needed =
            std::min(height_of(text, style, width) + space, spreadsheet::maximum_row_height);
        sheet.row_height(row, needed);
        height += needed;
        sheet.merged({row, 0, row, columns - 1}, text, format(style));
        ++row;
    };
    write(title, settings_.styles.title, settings_.titles.below_title);
    write(subtitle, settings_.styles.subtitle, settings_.titles.below_subtitle);
    return row;
}

double SheetFrame::write_heads(Sheet& sheet, std::uint32_t row,
                               const std::vector<std::string>& heads,
                               const std::vector<std::uint32_t>& pixels) const {
    double height = settings_.rows.minimum_height;
    for (std::size_t c = 0; c < heads.size(); ++c) {
        height = std::max(height, height_of(heads[c], settings_.styles.head, pixels[c]) +
                                      settings_.titles.below_head);
    }
    height = std::min(height, spreadsheet::maximum_row_height);
    sheet.row_height(row, height);
    const spreadsheet::Format head = format(settings_.styles.head);
    for (std::size_t c = 0; c < heads.size(); ++c) {
        sheet.text(row, c, heads[c], head);
    }
    return height;
}

spreadsheet::PrintSetup SheetFrame::page(bool landscape) const {
    spreadsheet::PrintSetup page = filled(settings_.page, values_);
    page.landscape = landscape;
    return page;
}

}  // namespace dutylist
