#include "exporters/paged/text_flow.h"

#include <algorithm>

namespace dutylist::paged {

using namespace typeset;

TextFlow::TextFlow(const PageStyle& style, Shaper& shaper) : builder_(style, shaper) {
    begin_page();
}

void TextFlow::begin_page() {
    const auto number = static_cast<int>(builder_.page_count()) + 1;
    builder_.add_page({false, number, std::to_string(number)});
    y_ = builder_.area().y;
}

// Where the marked bytes lie on the line whose runs begin at `first_run`.
void TextFlow::highlight_line(std::size_t first_run, std::size_t text_begin,
                              const Highlight& highlight, double top, double height) {
    double from = 1e9;
    double to = -1e9;
    std::size_t at = text_begin;
    Layer& layer = builder_.layer();
    for (std::size_t r = first_run; r < layer.runs.size(); ++r) {
        const GlyphRun& run = layer.runs[r];
        double x = run.origin.x;
        for (const Glyph& glyph : run.glyphs) {
            const std::size_t begin = at + glyph.text_begin;
            const std::size_t end = at + glyph.text_end;
            if (begin < highlight.end && end > highlight.begin) {
                from = std::min(from, x);
                to = std::max(to, x + glyph.advance);
            }
            x += glyph.advance;
        }
        at += run.text.size();
    }
    const double narrowest = builder_.style().highlight.narrowest;
    if (from < to || (from < 1e9 && to > -1e9)) {
        layer.fills.push_back({{from, top, std::max(to - from, narrowest), height},
                               highlight.background,
                               no_structure});
    }
}

void TextFlow::add_paragraph(std::string_view text, const Paragraph& style,
                             const std::optional<Highlight>& highlight) {
    const LineRules& rules = builder_.style().lines;
    const double leading = style.size * style.leading;
    const CellText shaped = shape_text(builder_.shaper(), style.font, text, rules);
    const double em = (builder_.area().width - style.indent) / style.size;
    const CellLines lines = break_cell(shaped, em, Alignment::left, rules);
    const double top = builder_.area().y;
    if (y_ > top) y_ += style.space_before;
    const double wanted =
        std::min<double>(static_cast<double>(lines.size()), 2) * leading + style.keep_below;
    if (y_ > top && y_ + wanted > bottom()) begin_page();

    const StructureIndex node = builder_.add_node(style.role, PageBuilder::root);
    std::size_t text_begin = 0;
    for (const CellLine& line : lines) {
        if (y_ + leading > bottom()) begin_page();
        const CellText::Part& part = shaped.parts[line.part];
        Layer& layer = builder_.layer();
        const std::size_t first_run = layer.runs.size();
        set_line(
            part.paragraph, part.text, line.line,
            {builder_.area().x + style.indent, y_ + PageBuilder::baseline(leading, style.size)},
            {style.size, style.color, node}, layer);
        if (highlight) {
            const double free = builder_.style().highlight.free;
            highlight_line(first_run, text_begin, *highlight, y_ + free * leading,
                           (1 - 2 * free) * leading);
        }
        for (std::size_t r = first_run; r < layer.runs.size(); ++r) {
            text_begin += layer.runs[r].text.size();
        }
        y_ += leading;
    }
}

}  // namespace dutylist::paged
