#pragma once

#include <span>
#include <string>

#include "exporters/pdf/font_usage.h"
#include "exporters/pdf/marked_content.h"
#include "exporters/typeset/frame.h"

namespace dutylist::pdf {

// Maps a layer's coordinates (y downwards) with y negated to the page's (y upwards): the operands
// of cm, or nothing to do but a shift where the layer is not turned.
struct LayerMatrix {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    LayerMatrix(const typeset::Layer& layer, double page_height, double margin)
        : a(layer.a),
          b(-layer.b),
          c(-layer.c),
          d(layer.d),
          e(layer.e + margin),
          f(page_height - layer.f + margin) {}
    bool is_shift() const { return a == 1 && b == 0 && c == 0 && d == 1; }
    typeset::Point map(typeset::Point layer) const {
        return {a * layer.x - c * layer.y + e, b * layer.x - d * layer.y + f};
    }
};

// The content stream of one page. `margin` (pt) is left around it for crop marks. With `marked`
// every element is tagged or an artifact and noted there; without, nothing is marked.
// Fonts are named /F0, /F1 … as PagedDocument::fonts stand.
std::string draw_page(const typeset::PagedDocument& document, std::uint32_t page, double margin,
                      std::span<const FontUsage> fonts, MarkedContent* marked);

}  // namespace dutylist::pdf
