#pragma once

#include <cstdint>
#include <vector>

#include "exporters/typeset/paragraph.h"

namespace dutylist::typeset {

enum class Alignment : std::uint8_t {
    justify,
    left,    // ragged, lines ending where the paragraph has it (tear), else after 、
    center,  // ragged, each line centred
};

// One line of a paragraph: atoms [begin, end) are drawn, [end, next) are the spaces at its end.
struct Line {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t next = 0;
    float indent = 0;   // em
    float natural = 0;  // width before justification, a mark at the end trimmed to half, em
    float change = 0;   // what justification adds (or takes, if negative), em
    bool last = false;
};

// Breaks at `width` em so that the whole paragraph is best (Knuth and Plass's total fit over every
// boundary at which Chinese may break): squeezing marks before stretching, stretching before a
// loose line, no last line of one character, few lines. A stretch that has no legal break and does
// not fit is broken anywhere. `width` must be at least two em.
std::vector<Line> break_lines(const Paragraph& paragraph, double width, Alignment alignment,
                              const LineRules& rules);

}  // namespace dutylist::typeset
