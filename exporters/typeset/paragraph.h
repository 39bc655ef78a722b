#pragma once

#include <cstdint>
#include <vector>

#include "exporters/typeset/atom.h"

namespace dutylist::typeset {

// How far a line may be set from its natural width; lengths in em. Templates may change them.
struct LineRules {
    double gap = 0;  // between Han and Latin or figures: natural (CLREQ: at most 1/4 em)
    double widest_gap = 0;
    double loosest = 0;        // a line set wider than this part of its natural width is loose
    double hanging_limit = 0;  // a clause label up to this width hangs
};

// A paragraph ready to be broken at any width: what may happen at each boundary between atoms, as
// running sums, so that a line is measured in constant time. Boundary i lies before atom i.
struct Paragraph {
    Atoms atoms;
    std::vector<float> start;       // of atom i when everything is on one line, natural gaps set
    std::vector<float> squeezable;  // running sum: what boundaries up to i can give
    std::vector<float> widenable;   // running sum: what gaps and spaces up to i can take first
    std::vector<std::uint32_t> expandable;  // running count of boundaries that can take the rest
    std::vector<float> penalty;             // of a line end at boundary i; forbidden: none
    float natural_width = 0;
    float hanging = 0;             // indent of all lines but the first, em
    std::uint32_t text_begin = 0;  // the atom after the label that hangs; 0: none does

    // For lines that are not justified: what it costs to end one at boundary i, unless after a mark
    // that parts names; empty: everywhere the same.
    std::vector<float> tear;
    bool holds_names = true;  // a name that begins in the middle of a line had better not be torn

    bool empty() const { return atoms.empty(); }
    float end(std::size_t i) const { return start[i] + atoms[i].advance; }
};

// `label_bytes`: the paragraph begins with a clause label of so many bytes; what follows it hangs
// beside it unless the label is wider than the rules allow.
Paragraph prepare_paragraph(Atoms atoms, std::uint32_t label_bytes, const LineRules& rules);

// Moves the text beside a hanging label: it begins `box` em from the label's left edge.
void set_label_box(Paragraph& paragraph, float box);

}  // namespace dutylist::typeset
