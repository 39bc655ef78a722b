#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/paged/page_style.h"
#include "exporters/typeset/cell_text.h"
#include "exporters/typeset/frame.h"
#include "exporters/typeset/line_setter.h"
#include "exporters/typeset/shaper.h"

namespace dutylist::paged {

// Which side of the sheet a page is on is known from its place in its part: parts begin on odd
// pages.
struct PageKind {
    bool landscape = false;
    std::optional<int> number;  // printed page number; none: none is shown
    std::string label;
};

// Builds a run of pages: pages with their geometry and page numbers, the structure tree
// below the document node, and helpers that set text.
class PageBuilder {
public:
    PageBuilder(const PageStyle& style, typeset::Shaper& shaper);

    // Begins a page; its type area is area() in the coordinates of layer().
    void add_page(const PageKind& kind);
    typeset::Layer& layer() { return document_.pages.back().layers.front(); }
    const typeset::Rectangle& area() const { return area_; }
    std::uint32_t page_index() const {
        return static_cast<std::uint32_t>(document_.pages.size() - 1);
    }
    std::size_t page_count() const { return document_.pages.size(); }

    typeset::StructureIndex add_node(typeset::StructureRole role, typeset::StructureIndex parent);
    typeset::StructureNode& node(typeset::StructureIndex index) {
        return document_.structure[index];
    }
    static constexpr typeset::StructureIndex root = 0;  // the document node

    void add_destination(std::string name, double x, double y);
    void add_bookmark(std::string title, std::string destination, int level, bool open);

    // Sets a text on as many lines as it needs, aligned in [x, x + width]; returns the height.
    double set_text(typeset::FontRole role, std::string_view text, double x, double y, double width,
                    double leading, typeset::Alignment alignment, const typeset::TextStyle& style);
    // Sets a text on one line from x on; returns its width.
    double set_word(typeset::FontRole role, std::string_view text, double x, double baseline,
                    const typeset::TextStyle& style);
    double measure_word(typeset::FontRole role, std::string_view text, double size);

    // Where the baseline of a line lies below the top of its leading: the em box is centred.
    static double baseline(double leading, double size) { return leading / 2 + 0.38 * size; }

    // Characters of titles, heads and the like that no font has.
    const std::vector<typeset::MissingCharacter>& missing() const { return missing_; }

    const PageStyle& style() const { return style_; }
    typeset::Shaper& shaper() { return shaper_; }
    typeset::PagedDocument take() { return std::move(document_); }

private:
    void set_page_number(int number, bool odd, typeset::Layer& layer);

    const PageStyle& style_;
    typeset::Shaper& shaper_;
    typeset::PagedDocument document_;
    typeset::Rectangle area_;
    std::vector<typeset::MissingCharacter> missing_;
};

}  // namespace dutylist::paged
