#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "exporters/typeset/frame.h"
#include "exporters/typeset/line_breaker.h"
#include "exporters/typeset/paragraph.h"

namespace dutylist::typeset {

enum class Decoration : std::uint8_t { none, strike_through, underline };

// A stretch of text that looks different: `text` points into the text that was shaped.
struct TextMark {
    std::string_view text;
    Color color;
    Decoration decoration = Decoration::none;
};

struct TextStyle {
    double size = 0;  // pt
    Color color{};
    StructureIndex structure = no_structure;
    std::span<const TextMark> marks{};  // in the order of the text, not overlapping
};

// Puts a line's glyphs into the layer as runs, one for each font that it needs, beginning at
// `origin` (left edge of the paragraph, on the baseline; the line's indent is added). `text` is
// what the paragraph was shaped from. Spaces at the line's end are set without width, so that the
// text stays whole. A mark's glyphs are runs of their own in its colour; its line is a fill in the
// layer, an artifact.
void set_line(const Paragraph& paragraph, std::string_view text, const Line& line, Point origin,
              const TextStyle& style, Layer& layer);

// The width that set_line gives the line, pt, without its indent.
double set_width(const Line& line, double size);

}  // namespace dutylist::typeset
