#include "exporters/paged/page_builder.h"

#include "pipeline/templates/template_store.h"

namespace dutylist::paged {

using namespace typeset;

PageBuilder::PageBuilder(const PageStyle& style, Shaper& shaper) : style_(style), shaper_(shaper) {
    document_.structure.push_back({});
    document_.structure.back().role = StructureRole::document;
}

void PageBuilder::add_page(const PageKind& kind) {
    const PageGeometry& paper = style_.page;
    Page& page = document_.pages.emplace_back();
    const bool odd = document_.pages.size() % 2 == 1;
    page.width = paper.width;
    page.height = paper.height;
    page.label = kind.label;
    page.layers.emplace_back();
    const double left =
        odd || !paper.duplex ? paper.binding : paper.width - paper.binding - paper.area_width;
    if (kind.landscape) {
        // 顶左底右 (GB/T 9704-2012 8): the head of the table is at the left of the portrait page,
        // its right end at the top.
        page.rotate = 90;
        Layer& turned = page.layers.front();
        turned.a = 0;
        turned.b = -1;
        turned.c = 1;
        turned.d = 0;
        turned.e = left;
        turned.f = paper.top + paper.area_height;
        area_ = {0, 0, paper.area_height, paper.area_width};
    } else {
        area_ = {left, paper.top, paper.area_width, paper.area_height};
    }
    if (!kind.number) return;
    // A number at the outer edge comes after the text, and stands upright below a turned page.
    if (kind.landscape || !style_.number.centered) page.layers.emplace_back();
    set_page_number(*kind.number, odd || !paper.duplex, page.layers.back());
}

// GB/T 9704-2012 7.5: below the type area, odd pages right, even pages left, one character in; the
// dashes 7 mm below it.
void PageBuilder::set_page_number(int number, bool odd, Layer& layer) {
    const PageNumberStyle& rules = style_.number;
    const PageGeometry& paper = style_.page;
    const std::string text = fill_placeholders(rules.text, {{"page", std::to_string(number)}});
    const CellText shaped = shape_text(shaper_, FontRole::number, text, style_.lines);
    const double width = shaped.widest() * rules.size;
    const double left = odd ? paper.binding : paper.width - paper.binding - paper.area_width;
    const double x = rules.centered ? left + (paper.area_width - width) / 2
                     : odd          ? left + paper.area_width - rules.inset - width
                                    : left + rules.inset;
    const double y = paper.top + paper.area_height + rules.distance + dash_height * rules.size;
    for (const CellText::Part& part : shaped.parts) {
        for (const Line& line : break_lines(part.paragraph, 1e6, Alignment::left, style_.lines)) {
            set_line(part.paragraph, part.text, line, {x, y}, {rules.size, {}, no_structure},
                     layer);
        }
    }
}

StructureIndex PageBuilder::add_node(StructureRole role, StructureIndex parent) {
    StructureNode node;
    node.role = role;
    node.parent = parent;
    document_.structure.push_back(std::move(node));
    return static_cast<StructureIndex>(document_.structure.size() - 1);
}

void PageBuilder::add_destination(std::string name, double x, double y) {
    document_.destinations.push_back({std::move(name), page_index(), {x, y}});
}

void PageBuilder::add_bookmark(std::string title, std::string destination, int level, bool open) {
    document_.bookmarks.push_back({std::move(title), std::move(destination), level, open});
}

double PageBuilder::set_text(FontRole role, std::string_view text, double x, double y, double width,
                             double leading, Alignment alignment, const TextStyle& style) {
    const CellText shaped = shape_text(shaper_, role, text, style_.lines, &missing_);
    double down = 0;
    for (const CellLine& line : break_cell(shaped, width / style.size, alignment, style_.lines)) {
        const CellText::Part& part = shaped.parts[line.part];
        double at = x;
        if (alignment == Alignment::center) {
            at += (width - set_width(line.line, style.size)) / 2 - line.line.indent * style.size;
        }
        set_line(part.paragraph, part.text, line.line,
                 {at, y + down + baseline(leading, style.size)}, style, layer());
        down += leading;
    }
    return down;
}

double PageBuilder::set_word(FontRole role, std::string_view text, double x, double base,
                             const TextStyle& style) {
    const CellText shaped = shape_text(shaper_, role, text, style_.lines);
    double width = 0;
    for (const CellText::Part& part : shaped.parts) {
        const std::vector<Line> lines =
            break_lines(part.paragraph, 1e6, Alignment::left, style_.lines);
        for (const Line& line : lines) {
            set_line(part.paragraph, part.text, line, {x + width, base}, style, layer());
            width += set_width(line, style.size);
        }
    }
    return width;
}

double PageBuilder::measure_word(FontRole role, std::string_view text, double size) {
    return shape_text(shaper_, role, text, style_.lines).widest() * size;
}

}  // namespace dutylist::paged
