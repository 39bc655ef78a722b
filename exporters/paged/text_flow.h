#pragma once

#include <optional>
#include <string_view>

#include "exporters/paged/page_builder.h"

namespace dutylist::paged {

// Paragraphs one below the other down numbered pages, as many as they take. Lengths in pt.
class TextFlow {
public:
    TextFlow(const PageStyle& style, typeset::Shaper& shaper);

    // What is marked in a paragraph: bytes of its text.
    struct Highlight {
        std::size_t begin = 0;
        std::size_t end = 0;
        typeset::Color background;
    };
    struct Paragraph {
        typeset::FontRole font = typeset::FontRole::body;
        double size = 0;
        double leading = 0;  // of the size
        typeset::Color color{};
        typeset::StructureRole role = typeset::StructureRole::paragraph;
        double space_before = 0;
        double indent = 0;
        double keep_below = 0;  // a page ends before the paragraph unless so much room follows it
    };
    void add_paragraph(std::string_view text, const Paragraph& style,
                       const std::optional<Highlight>& highlight = {});

    typeset::PagedDocument take() { return builder_.take(); }

private:
    void begin_page();
    double bottom() const { return builder_.area().y + builder_.area().height; }
    void highlight_line(std::size_t first_run, std::size_t text_begin, const Highlight& highlight,
                        double top, double height);

    PageBuilder builder_;
    double y_ = 0;
};

}  // namespace dutylist::paged
