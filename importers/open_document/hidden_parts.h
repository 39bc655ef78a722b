#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "importers/draft_building/hidden_lines.h"
#include "importers/office_container/open_table_columns.h"

namespace dutylist {

// The hidden rows and columns of a sheet, and the texts that stand in them. Fed in the order of the
// source.
class HiddenParts {
public:
    void start_table();
    void add_column(const XmlAttributes& attributes, const OpenDocumentLooks& looks) {
        columns_.add(attributes, looks);
    }
    // `row`, from 1, and the rows after it that are the same, `repeats` in all.
    void start_row(std::uint32_t row, std::uint32_t repeats, const XmlAttributes& attributes,
                   const OpenDocumentLooks& looks);
    // A text at `place` (row and column from 1) in a cell over so many columns and rows.
    void add_text(std::string_view text, SourcePosition place, std::uint32_t columns,
                  std::uint32_t rows);
    std::string_view cell_style(std::uint32_t column) const { return columns_.cell_style(column); }
    // Tells of the texts; once, at the end of the sheet.
    void report(const std::string& file, const std::string& sheet, Diagnostics& diagnostics);

private:
    // The text of a merged cell is seen if one of its rows is, which come later.
    struct Waiting {
        std::string text;
        SourcePosition place;
        std::uint32_t last_row = 0;
    };
    OpenTableColumns columns_;
    HiddenLines hidden_rows_{HiddenLines::Lines::rows};
    HiddenLines hidden_columns_{HiddenLines::Lines::columns};
    std::vector<Waiting> waiting_;
    bool row_hidden_ = false;
    std::uint32_t row_repeats_ = 1;
};

}  // namespace dutylist
