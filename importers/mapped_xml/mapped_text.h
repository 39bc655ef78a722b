#pragma once

#include <optional>
#include <string>

#include "importers/draft_building/cell_budget.h"
#include "importers/draft_building/concealed_text.h"
#include "importers/draft_building/text_builder.h"
#include "importers/mapped_xml/mapped_styles.h"
#include "importers/mapped_xml/mapping.h"
#include "importers/mapped_xml/xpath_document.h"

namespace dutylist {

// Brings the texts of a file into the form of drafts, and tells of those that are hidden or struck
// out. All arguments must outlive it.
class MappedText {
public:
    MappedText(const XPathDocument& document, const std::string& file, const Mapping& mapping,
               const CellBudget& budget, Diagnostics& diagnostics);

    // From now on texts have the places of the file, or those of cells of this sheet.
    void begin_lines();
    void begin_sheet(const std::string& name);
    // Where the cell stands in its sheet, and how it is seen; until the next one.
    void begin_cell(SourcePosition cell, const MappedStyle& style);

    void add(XPathDocument::Node node);
    // A number, shown by the style of the cell.
    void add_number(const std::string& written, XPathDocument::Node node);
    void line_break() { builder_->line_break(); }
    DraftText take();

private:
    void add_piece(std::string_view text, SourcePosition place);

    const XPathDocument& document_;
    const std::string& file_;
    const Mapping& mapping_;
    const CellBudget& budget_;
    Diagnostics& diagnostics_;
    ConcealedText concealed_;
    std::optional<TextBuilder> builder_;
    std::optional<SourcePosition> cell_;  // in a sheet
    bool in_sheet_ = false;
    const MappedStyle* style_ = nullptr;
    std::size_t struck_ = 0;  // elements that are open
};

}  // namespace dutylist
