#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "importers/draft_building/concealed_text.h"
#include "importers/draft_building/draft_builder.h"
#include "importers/office_container/open_table_columns.h"

namespace dutylist {

// Reads the tables of a text document (OpenDocument 1.2 part 1, 9) into a draft: rows, cells, what
// they span, and what of them is hidden.
class OpenTables {
public:
    OpenTables(const OpenDocumentLooks& looks, DraftBuilder& builder, ConcealedText& concealed)
        : looks_(looks), builder_(builder), concealed_(concealed) {}

    // False if the element is none of a table.
    bool start(std::string_view element, const XmlAttributes& attributes);
    bool end(std::string_view element);
    // The text of the cell that ended, if a merged cell covers it; it stays where it is. "" else.
    std::string take_covered_text() { return std::exchange(covered_text_, {}); }
    // What is around the text of the open cell.
    TextLook look() const;

private:
    struct Table {
        OpenTableColumns columns;
        TextLook look;
        std::uint32_t column = 0;  // of the next cell, from 0
        bool header = false;
        bool row_hidden = false;
    };
    struct Cell {
        std::uint32_t columns = 1;
        std::uint32_t rows = 1;
        std::uint32_t column = 0;  // from 0
        bool covered = false;
        bool hidden = false;
        TextLook look;
    };
    void start_row(const XmlAttributes& attributes);
    void start_cell(bool covered, const XmlAttributes& attributes);
    void end_cell();

    const OpenDocumentLooks& looks_;
    DraftBuilder& builder_;
    ConcealedText& concealed_;
    std::vector<Table> tables_;
    std::vector<Cell> cells_;
    std::string covered_text_;
};

}  // namespace dutylist
