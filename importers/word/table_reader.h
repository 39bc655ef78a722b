#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "importers/draft_building/concealed_text.h"
#include "importers/draft_building/draft_builder.h"
#include "importers/word/word_styles.h"
#include "pipeline/xml/xml_attributes.h"

namespace dutylist {

// Reads the tables of a Word document (ECMA-376 part 1, 17.4) into a draft: rows, cells, what they
// span, and what of them is hidden.
class TableReader {
public:
    TableReader(const WordStyles& styles, DraftBuilder& builder, ConcealedText& concealed)
        : styles_(styles), builder_(builder), concealed_(concealed) {}

    enum class Met : std::uint8_t {
        nothing,  // no element of tables
        read,
        skip,  // a cell of a deleted row
    };
    Met start(std::string_view element, const XmlAttributes& attributes);
    bool end(std::string_view element);

    // What is around the text of the open cell.
    const TextLook& look() const;
    std::uint64_t tracked_changes() const { return tracked_changes_; }

private:
    struct Cell {
        std::uint32_t columns = 1;
        bool continued = false;  // goes on from the cell above
        bool covered = false;    // goes on from the cell to its left
        bool deleted = false;
        bool in_properties = false;
        TextLook look;
    };
    struct Table {
        TextLook look;
        const WordStyle* style = nullptr;
        std::size_t rows = 0;
        bool row_hidden = false;
        bool in_row_properties = false;
    };
    bool start_cell_element(std::string_view element, const XmlAttributes& attributes);
    bool row_property(std::string_view element, const XmlAttributes& attributes);
    void end_row_properties();
    void end_cell();

    const WordStyles& styles_;
    DraftBuilder& builder_;
    ConcealedText& concealed_;
    std::vector<Table> tables_;
    std::vector<Cell> cells_;
    bool in_table_properties_ = false;
    bool row_deleted_ = false;
    bool row_header_ = false;
    bool row_hidden_ = false;
    std::uint32_t row_skips_ = 0;   // columns of the grid
    std::uint32_t row_indent_ = 0;  // twentieths of a point
    std::uint64_t tracked_changes_ = 0;
};

}  // namespace dutylist
