#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "importers/excel/cell_reference.h"
#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/recognition/draft.h"
#include "pipeline/xml/xml_attributes.h"

namespace dutylist {

// The rows and columns of a sheet that are hidden, folded away with a group, or have no size
// (ECMA-376 part 1, 18.3.1.13 col, 18.3.1.73 row).
class HiddenCells {
public:
    // <col> or <sheetFormatPr>.
    void add_columns(std::string_view element, const XmlAttributes& attributes);
    void add_row(std::uint32_t row, const XmlAttributes& attributes);

    // Tells of the texts that stand in them (text_hidden). A merged cell is seen if a part of it
    // is. `row_numbers`: of the table's rows in the sheet; `sheet`: file and name.
    void report(const DraftTable& table, const std::vector<std::uint32_t>& row_numbers,
                const std::vector<CellRange>& merges, const SourceLocation& sheet,
                Diagnostics& diagnostics) const;

private:
    struct Range {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
    };
    static bool covers(const std::vector<Range>& ranges, std::uint32_t first, std::uint32_t last);
    bool hides_columns(std::uint32_t first, std::uint32_t last) const;

    std::vector<Range> rows_;     // rising; those that touch are one
    std::vector<Range> columns_;  // rising; those that touch are one
    std::vector<Range> visible_;  // columns that say so, rising
    std::uint32_t columns_read_ = 0;
    bool no_default_width_ = false;  // columns that say nothing are hidden
};

}  // namespace dutylist
