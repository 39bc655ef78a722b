#pragma once

#include <cstdint>
#include <vector>

#include "exporters/typeset/break_class.h"

namespace dutylist::typeset {

// A shaped glyph before it is placed. Lengths in em, so that one shaping serves every size.
// Squeezing and stretching happen between atoms; an atom's own box is its natural one.
struct Atom {
    std::uint32_t begin =
        0;                   // the characters it stands for: bytes of the text; equal for a further
    std::uint32_t end = 0;   // glyph of one cluster
    std::uint16_t face = 0;  // index into FontSet::faces()
    std::uint16_t glyph = 0;
    BreakClass type = BreakClass::han;
    bool first_of_cluster = true;
    char32_t character = 0;  // the cluster's first
    float advance = 0;
    float offset = 0;        // of the outline inside the box
    float blank_before = 0;  // what of the box may be squeezed off: half an em at most, measured on
    float blank_after = 0;   // the outline, so that it holds for fonts without `halt`, too
};

using Atoms = std::vector<Atom>;

}  // namespace dutylist::typeset
