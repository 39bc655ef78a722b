#pragma once

#include <cstdint>
#include <string_view>

#include "importers/draft_building/text_builder.h"
#include "importers/hypertext/html_lists.h"
#include "importers/text/inline_tags.h"
#include "pipeline/recognition/draft.h"
#include "pipeline/text/encoding.h"

namespace dutylist {

// Reads the cells and lines of a text file into the form of Cell::text, and counts every byte of
// them as text or markup.
class TextCellReader {
public:
    TextCellReader(std::string_view file, TextBuilder& builder, EncodedWidth& width,
                   Diagnostics& diagnostics)
        : file_(file), builder_(builder), width_(width), diagnostics_(diagnostics) {}

    // Markup in it is read, and, where there is any, character references are.
    DraftText read_cell(std::string_view source, SourcePosition place);
    // No markup: every character is text.
    DraftText read_line(std::string_view source, SourcePosition place);

    // Counts bytes that hold no text: tabs, line feeds, # before headings.
    void count_markup(std::string_view source) { markup_ += width_.of(source); }

    std::uint64_t text_bytes() const { return text_; }
    std::uint64_t markup_bytes() const { return markup_; }
    std::size_t restored_labels() const { return restored_; }

private:
    void add_text(std::string_view text, SourcePosition& place);
    DraftText read_marked_cell(std::string_view source, SourcePosition place);
    void read_tag(const CellTag& tag, HtmlLists& lists);
    // The bytes of the character reference that `source` begins with; 0 if there is none.
    std::size_t read_reference(std::string_view source, SourcePosition place);
    void tell_foreign_tag(std::string_view source, SourcePosition place);

    std::string_view file_;
    TextBuilder& builder_;
    EncodedWidth& width_;
    Diagnostics& diagnostics_;
    std::uint64_t text_ = 0;
    std::uint64_t markup_ = 0;
    std::size_t restored_ = 0;
};

}  // namespace dutylist
