#pragma once

#include <optional>
#include <string_view>

#include "exporters/proof/proof_template.h"
#include "exporters/typeset/cell_text.h"
#include "exporters/typeset/frame.h"
#include "exporters/typeset/line_setter.h"
#include "exporters/typeset/shaper.h"

namespace dutylist::proof {

// Fills pages from top to bottom with paragraphs. Lengths in pt.
class ProofPages {
public:
    ProofPages(const ProofTemplate& settings, typeset::Shaper& shaper, std::string title,
               std::int64_t timestamp);

    // What is marked in a paragraph: bytes of its text.
    struct Highlight {
        std::size_t begin = 0;
        std::size_t end = 0;
        typeset::Color background;
    };
    struct Style {
        typeset::FontRole font = typeset::FontRole::body;
        double size = 10.5;
        typeset::Color color{};
        typeset::StructureRole role = typeset::StructureRole::paragraph;
        double space_before = 0;
        double indent = 0;
        double keep_below = 0;  // a page ends before the paragraph unless so much room follows it
    };
    void add_paragraph(std::string_view text, const Style& style,
                       const std::optional<Highlight>& highlight = {});

    typeset::PagedDocument take();

private:
    void begin_page();
    void set_page_number();
    void highlight_line(const typeset::Layer& layer, std::size_t first_run, std::size_t text_begin,
                        const Highlight& highlight, double top, double height,
                        std::vector<typeset::Fill>& fills) const;

    const ProofTemplate::Page& page_;
    typeset::Shaper& shaper_;
    typeset::LineRules rules_;
    typeset::PagedDocument document_;
    double y_ = 0;
    double left_ = 0, width_ = 0, top_ = 0, bottom_ = 0;
};

}  // namespace dutylist::proof
