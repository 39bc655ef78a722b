#pragma once

#include <string>
#include <vector>

#include "exporters/spreadsheet/text_metrics.h"
#include "exporters/workbook/column_plan.h"

namespace dutylist {

// One row of the sheet: an item, or a part of one that no single row can hold.
struct RowPart {
    std::vector<std::string> texts;  // by planned column
    double height = 0;               // points
};

// Lays out the items of a list row by row. Keeps its buffers between items.
class RowLayout {
public:
    RowLayout(const ColumnPlan& plan, const RowRules& rules, double font_size);

    // An item's rows: one where it fits at the font's size or at a smaller one down to the floor,
    // else as many as it takes, cut between lines. A row that continues has the number with the
    // continuation mark and the category again. Valid until the next call.
    const std::vector<RowPart>& lay_out(const Item& item);
    std::size_t row_count() const { return count_; }
    double font_size() const { return size_; }  // of the item laid out last

private:
    // Points that the texts of a row need.
    double height_of(const RowPart& part, const spreadsheet::TextMetrics& metrics) const;
    bool fits_cells() const;
    void split(const spreadsheet::TextMetrics& metrics);
    RowPart& part(std::size_t index);

    const ColumnPlan& plan_;
    const RowRules& rules_;
    double wanted_size_;
    double size_;
    std::vector<spreadsheet::TextMetrics> metrics_;  // from the wanted size down to the floor
    std::vector<double> sizes_;
    std::vector<RowPart> parts_;
    std::size_t count_ = 0;
};

// Cuts a text into pieces of at most `most` lines each, after line feeds where it can, else after a
// mark that ends a clause, else where a line ends. Line feeds at the cuts are left out.
std::vector<std::string_view> split_by_lines(std::string_view text,
                                             const spreadsheet::TextMetrics& metrics, double width,
                                             std::size_t most);

}  // namespace dutylist
