#include "exporters/pdf/page_content.h"

#include <cmath>
#include <optional>

#include "exporters/pdf/content_stream.h"
#include "exporters/pdf/text_painter.h"

namespace dutylist::pdf {
namespace {

using typeset::Color;
using typeset::StructureIndex;

class PagePainter {
public:
    PagePainter(const typeset::PagedDocument& document, std::uint32_t page,
                std::span<const FontUsage> fonts, MarkedContent* marked)
        : document_(document), page_(page), marked_(marked), text_(out_, fonts) {}

    void draw(const typeset::Layer& layer, double margin) {
        const LayerMatrix matrix(layer, document_.pages[page_].height, margin);
        const bool shift = matrix.is_shift();
        x_ = shift ? matrix.e : 0;
        y_ = shift ? matrix.f : 0;
        if (!shift) {
            out_.op("q");
            out_.number(matrix.a, 5).number(matrix.b, 5).number(matrix.c, 5).number(matrix.d, 5);
            out_.number(matrix.e).number(matrix.f).op("cm");
            text_.reset();
            fill_.reset();
        }
        for (const typeset::Fill& fill : layer.fills) draw(fill);
        paint();
        for (const typeset::Path& path : layer.paths) draw(path);
        for (const typeset::GlyphRun& run : layer.runs) {
            if (run.glyphs.empty()) continue;
            group(run.structure);
            if (fill_ != run.color) {
                set_color(run.color);
                fill_ = run.color;
            }
            text_.show(run, run.origin.x + x_, y_ - run.origin.y);
        }
        close_group();
        if (!shift) {
            out_.op("Q");
            text_.reset();
            fill_.reset();
        }
    }

    std::string take() { return out_.take(); }

private:
    void draw(const typeset::Fill& fill) {
        if (group_ != fill.structure || fill_ != fill.color) paint();
        group(fill.structure);
        if (fill_ != fill.color) {
            set_color(fill.color);
            fill_ = fill.color;
        }
        // Edges, not sizes, are rounded, so that rules that meet go on meeting.
        const auto edge = [](double value) { return std::round(value * 100) / 100; };
        const double left = edge(fill.area.x + x_);
        const double bottom = edge(y_ - fill.area.y - fill.area.height);
        const double right = edge(fill.area.x + fill.area.width + x_);
        const double top = edge(y_ - fill.area.y);
        out_.number(left).number(bottom).number(right - left).number(top - bottom).op("re");
        unpainted_ = true;
    }

    void paint() {
        if (unpainted_) out_.op("f");
        unpainted_ = false;
    }

    void draw(const typeset::Path& path) {
        if (path.points.empty()) return;
        group(path.structure);
        if (path.fill && fill_ != *path.fill) {
            set_color(*path.fill);
            fill_ = *path.fill;
        }
        const bool stroked = path.line_width > 0;
        if (stroked) {
            set_color(path.stroke, true);
            out_.number(path.line_width, 3).op("w");
        }
        bool first = true;
        for (const typeset::Point& point : path.points) {
            out_.number(point.x + x_).number(y_ - point.y).op(first ? "m" : "l");
            first = false;
        }
        if (path.closed) out_.op("h");
        out_.op(path.fill ? (stroked ? "B" : "f") : (stroked ? "S" : "n"));
    }

    void set_color(Color color, bool stroke = false) {
        const auto part = [&](std::uint8_t value) { out_.number(value / 255.0, 4); };
        part(color.red);
        // Greys need no ink but black.
        if (color.red == color.green && color.green == color.blue) {
            out_.op(stroke ? "G" : "g");
            return;
        }
        part(color.green);
        part(color.blue);
        out_.op(stroke ? "RG" : "rg");
    }

    // Makes the next elements belong to the node.
    void group(StructureIndex node) {
        if (node >= document_.structure.size()) node = typeset::no_structure;
        if (open_ && group_ == node) return;
        close_group();
        open_ = true;
        group_ = node;
        if (!marked_) return;
        if (node == typeset::no_structure) {
            out_.name("Artifact").op("BMC");
            return;
        }
        out_.name(structure_type(document_.structure[node].role)).raw("<</MCID");
        out_.raw(" ").number(marked_->open(page_, node)).raw(">>").op("BDC");
    }

    void close_group() {
        paint();
        text_.end();
        if (open_ && marked_) out_.op("EMC");
        open_ = false;
    }

    const typeset::PagedDocument& document_;
    std::uint32_t page_;
    MarkedContent* marked_;
    ContentStream out_;
    TextPainter text_;
    double x_ = 0;
    double y_ = 0;
    bool open_ = false;
    bool unpainted_ = false;
    StructureIndex group_ = typeset::no_structure;
    std::optional<Color> fill_;
};

}  // namespace

std::string draw_page(const typeset::PagedDocument& document, std::uint32_t page, double margin,
                      std::span<const FontUsage> fonts, MarkedContent* marked) {
    PagePainter painter(document, page, fonts, marked);
    for (const typeset::Layer& layer : document.pages[page].layers) painter.draw(layer, margin);
    return painter.take();
}

}  // namespace dutylist::pdf
