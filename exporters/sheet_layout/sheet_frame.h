#pragma once

#include <string>
#include <vector>

#include "exporters/sheet_layout/workbook_template.h"
#include "exporters/spreadsheet/workbook_writer.h"

namespace dutylist {

// What all sheets of a workbook share: the document's values, styles as formats, title rows.
class SheetFrame {
public:
    SheetFrame(spreadsheet::Workbook& book, const WorkbookTemplate& settings,
               PlaceholderValues values)
        : book_(book), settings_(settings), values_(std::move(values)) {}

    spreadsheet::Workbook& book() const { return book_; }
    const WorkbookTemplate& settings() const { return settings_; }
    const PlaceholderValues& values() const { return values_; }
    // With more values that win.
    std::string text(std::string_view pattern, PlaceholderValues more = {}) const;

    spreadsheet::Format format(const spreadsheet::CellFormat& style) const {
        return book_.format(style);
    }
    spreadsheet::Format aligned(spreadsheet::CellFormat style, spreadsheet::Horizontal align) const;

    // Title and subtitle over so many columns of `width` pixels together; an empty one takes no
    // row, one that is a little too long for a line a smaller size. Returns the next row and adds
    // the rows' heights to `height`.
    std::uint32_t write_titles(spreadsheet::Sheet& sheet, std::string_view title,
                               std::string_view subtitle, std::size_t columns, double width,
                               double& height) const;
    // A row of heads with borders, as high as its heads need; returns its height.
    double write_heads(spreadsheet::Sheet& sheet, std::uint32_t row,
                       const std::vector<std::string>& heads,
                       const std::vector<std::uint32_t>& pixels) const;
    // Points that a text needs in this style and width (pixels of the column or merged columns).
    double height_of(std::string_view text, const spreadsheet::CellFormat& style,
                     double pixels) const;

    // The template's page with header and footer filled in.
    spreadsheet::PrintSetup page(bool landscape) const;

private:
    // Down to the template's share of the size; a longer text keeps its size and breaks.
    void fit_on_one_line(std::string_view text, spreadsheet::CellFormat& style, double width) const;

    spreadsheet::Workbook& book_;
    const WorkbookTemplate& settings_;
    PlaceholderValues values_;
};

}  // namespace dutylist
