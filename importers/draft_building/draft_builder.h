#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "importers/draft_building/cell_budget.h"
#include "importers/draft_building/table_builder.h"
#include "importers/draft_building/text_builder.h"
#include "pipeline/recognition/draft.h"

namespace dutylist {

// What a paragraph is when it ends outside of tables.
struct ParagraphKind {
    int heading_level = 0;
    bool in_contents = false;
};

// Builds a draft from the events of a format whose tables nest: word processor files, web pages.
// A paragraph's end is a line break inside a cell and an element of the draft outside. A table
// inside a cell is a list of its own where the outer table is only there for the layout (it holds a
// table of at least two rows and three columns, or of two with heads above numbers, not beside two
// filled cells of a row that begins with a number): then the outer table's texts become paragraphs.
// Any other inner table becomes text of its cell, one line a row.
class DraftBuilder {
public:
    DraftBuilder(std::shared_ptr<const SourceOrigin> origin, TextBuilder::Placing placing,
                 Diagnostics& diagnostics);
    ~DraftBuilder();

    // Where text goes now: the open cell, or the open paragraph.
    TextBuilder& text();
    // Ends the paragraph or line; nothing happens where there is no text. Outside of tables each
    // line is a paragraph of its own.
    void end_paragraph(ParagraphKind kind = {});

    // Whether text now goes into a cell.
    bool in_cell() const { return open_cell() != nullptr; }

    // Whether a table has begun and not ended.
    bool in_table() const { return !tables_.empty(); }

    void begin_table();
    void set_caption(std::string caption);
    void begin_row(bool header = false);
    void set_row_header();
    void begin_cell();
    void end_cell(std::uint32_t columns = 1, std::uint32_t rows = 1);
    // Ends a cell that continues the one above it, unless it has a text of its own.
    void end_continued_cell(std::uint32_t columns = 1);
    // Ends a cell that continues the one to its left, unless it has a text of its own.
    void end_covered_cell(std::uint32_t columns = 1);
    // Ends a cell that a merged one covers, in this column from 0: its text, which is returned,
    // stands there instead of the merged one's copy. Without text: nothing.
    std::string end_cell_under_merge(std::uint32_t column);
    // The column from 0 of the next cell of the open row.
    std::uint32_t next_column();
    void leave_out_columns(std::uint32_t columns);
    void add_grid_column(std::uint32_t width);  // of the table, before its first row
    void skip_width(std::uint32_t width);       // the row begins that far in
    void end_row();
    void end_table();

    std::uint64_t merged_cells() const { return merged_cells_; }
    Draft take();

private:
    using Element = std::variant<DraftParagraph, DraftTable>;
    struct OpenTable;

    OpenTable* open_cell() const;  // the innermost table of which a cell is open
    OpenTable& innermost() { return *tables_.back(); }
    DraftText finish_cell();

    std::shared_ptr<const SourceOrigin> origin_;
    TextBuilder::Placing placing_;
    Diagnostics& diagnostics_;
    CellBudget budget_;
    TextBuilder body_;
    std::vector<std::unique_ptr<OpenTable>> tables_;
    std::uint64_t merged_cells_ = 0;
    Draft draft_;
};

}  // namespace dutylist
