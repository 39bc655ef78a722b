#include "exporters/proof/proof_pages.h"

#include <algorithm>

namespace dutylist::proof {

using namespace typeset;

namespace {

constexpr double points_a_millimetre = 72.0 / 25.4;

}  // namespace

ProofPages::ProofPages(const ProofTemplate& settings, Shaper& shaper, std::string title,
                       std::int64_t timestamp)
    : page_(settings.page), shaper_(shaper) {
    document_.title = std::move(title);
    document_.timestamp = timestamp;
    document_.structure.push_back({});
    document_.structure.back().role = StructureRole::document;
    left_ = page_.margin_left * points_a_millimetre;
    width_ = (page_.width - page_.margin_left - page_.margin_right) * points_a_millimetre;
    top_ = page_.margin_top * points_a_millimetre;
    bottom_ = (page_.height - page_.margin_bottom) * points_a_millimetre;
    begin_page();
}

void ProofPages::begin_page() {
    Page& page = document_.pages.emplace_back();
    page.width = page_.width * points_a_millimetre;
    page.height = page_.height * points_a_millimetre;
    page.label = std::to_string(document_.pages.size());
    page.layers.emplace_back();
    y_ = top_;
    set_page_number();
}

void ProofPages::set_page_number() {
    Page& page = document_.pages.back();
    const std::string text = fill_placeholders(page_.number, {{"number", page.label}});
    const CellText shaped = shape_text(shaper_, FontRole::number, text, rules_);
    const double size = page_.note_size;
    const double x = left_ + (width_ - shaped.widest() * size) / 2;
    const double y = bottom_ + (page.height - bottom_) / 2;
    for (const CellText::Part& part : shaped.parts) {
        for (const Line& line : break_lines(part.paragraph, 1e6, Alignment::left, rules_))
            set_line(part.paragraph, part.text, line, {x, y}, {size, {}, no_structure},
                     page.layers.front());
    }
}

// Where the marked bytes lie on the line whose runs begin at `first_run`.
void ProofPages::highlight_line(const Layer& layer, std::size_t first_run, std::size_t text_begin,
                                const Highlight& highlight, double top, double height,
                                std::vector<Fill>& fills) const {
    double from = 1e9;
    double to = -1e9;
    std::size_t at = text_begin;
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
    constexpr double narrowest = 3;  // a space at a line's end has no width
    if (from < to || (from < 1e9 && to > -1e9))
        fills.push_back({{from, top, std::max(to - from, narrowest), height},
                         highlight.background,
                         no_structure});
}

void ProofPages::add_paragraph(std::string_view text, const Style& style,
                               const std::optional<Highlight>& highlight) {
    const double leading = style.size * page_.leading;
    const CellText shaped = shape_text(shaper_, style.font, text, rules_);
    const double em = (width_ - style.indent) / style.size;
    const auto lines = break_cell(shaped, em, Alignment::left, rules_);
    if (y_ > top_) y_ += style.space_before;
    const double wanted =
        std::min<double>(static_cast<double>(lines.size()), 2) * leading + style.keep_below;
    if (y_ > top_ && y_ + wanted > bottom_) begin_page();

    StructureNode node;
    node.role = style.role;
    node.parent = 0;
    document_.structure.push_back(std::move(node));
    const auto index = static_cast<StructureIndex>(document_.structure.size() - 1);
    std::size_t text_begin = 0;
    for (const CellLine& line : lines) {
        if (y_ + leading > bottom_) begin_page();
        const CellText::Part& part = shaped.parts[line.part];
        Layer& layer = document_.pages.back().layers.front();
        const std::size_t first_run = layer.runs.size();
        set_line(part.paragraph, part.text, line.line,
                 {left_ + style.indent, y_ + leading / 2 + 0.38 * style.size},
                 {style.size, style.color, index}, layer);
        if (highlight) {
            std::vector<Fill> fills;
            highlight_line(layer, first_run, text_begin, *highlight, y_ + 0.08 * leading,
                           0.84 * leading, fills);
            layer.fills.insert(layer.fills.end(), fills.begin(), fills.end());
        }
        for (std::size_t r = first_run; r < layer.runs.size(); ++r)
            text_begin += layer.runs[r].text.size();
        y_ += leading;
    }
}

PagedDocument ProofPages::take() {
    document_.fonts = shaper_.fonts().faces();
    return std::move(document_);
}

}  // namespace dutylist::proof
