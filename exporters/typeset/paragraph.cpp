#include "exporters/typeset/paragraph.h"

#include <algorithm>
#include <cmath>

namespace dutylist::typeset {
namespace {

constexpr float least_blank = 0.0F;
constexpr float space_stretch = 0.25F;

struct Boundary {
    float kern = 0;
    float squeeze = 0;
    float widen = 0;
    bool expands = false;
};

bool is_mark(BreakClass type) {
    return type == BreakClass::opener || type == BreakClass::closer || type == BreakClass::middle;
}

// Two marks side by side lose the blank between them down to half an em together (CLREQ 3.1.6.2).
Boundary between(const Atom& a, const Atom& b, const LineRules& rules) {
    Boundary boundary;
    if (!b.first_of_cluster) return boundary;
    // Ideographic spaces are an indent: as wide in every line.
    if (a.character == U'\u3000' || b.character == U'\u3000') return boundary;
    float right = a.blank_after;
    float left = b.blank_before;
    if (is_mark(a.type) && is_mark(b.type)) {
        const float together = right + left;
        if (a.type == BreakClass::closer && b.type == BreakClass::opener) {
            boundary.kern = -std::min(together / 2, 0.5F);
        } else {
            boundary.kern = -together;
        }
        right = left = 0;
    }
    boundary.squeeze = std::max(0.0F, right + left - least_blank);
    if (takes_gap(a.type, b.type)) {
        boundary.kern += static_cast<float>(rules.gap);
        boundary.squeeze += static_cast<float>(rules.gap);
        boundary.widen = static_cast<float>(rules.widest_gap - rules.gap);
    }
    if (a.type == BreakClass::space) boundary.widen = space_stretch;
    boundary.expands = may_expand(a.type, b.type);
    return boundary;
}

// The label's box: as wide as the label, rounded up to half an em. The blank of a full-width mark
// at the label's end is part of the distance between label and text.
float label_box(float width, const Atom& last) {
    if (last.type != BreakClass::closer) return std::ceil(width * 2 - 0.1F) / 2;
    return std::ceil((width - last.blank_after + 0.1F) * 2) / 2;
}

}  // namespace

Paragraph prepare_paragraph(Atoms atoms, std::uint32_t label_bytes, const LineRules& rules) {
    Paragraph paragraph;
    paragraph.atoms = std::move(atoms);
    const Atoms& all = paragraph.atoms;
    const std::size_t count = all.size();
    paragraph.start.resize(count + 1);
    paragraph.squeezable.resize(count + 1);
    paragraph.widenable.resize(count + 1);
    paragraph.expandable.resize(count + 1);
    paragraph.penalty.assign(count + 1, forbidden);
    std::size_t label_end = 0;  // the atom after the label
    if (label_bytes != 0) {
        while (label_end < count && all[label_end].begin < label_bytes) ++label_end;
        if (label_end == count) label_end = 0;
    }
    std::size_t text_begin = label_end;  // spaces between label and text belong to the label
    while (text_begin != 0 && text_begin < count && all[text_begin].type == BreakClass::space) {
        ++text_begin;
    }
    if (text_begin == count) text_begin = label_end = 0;
    for (std::size_t i = 1; i < count; ++i) {
        const Atom& a = all[i - 1];
        const Atom& b = all[i];
        Boundary boundary = between(a, b, rules);
        if (i == text_begin) {
            const float width = paragraph.end(i - 1);
            const float box = label_box(paragraph.end(label_end - 1), all[label_end - 1]);
            if (box <= static_cast<float>(rules.hanging_limit)) {
                boundary = {box - width, 0, 0, false};
                paragraph.hanging = box;
                paragraph.text_begin = static_cast<std::uint32_t>(i);
            }
        } else if (i < text_begin) {
            boundary.expands = false;
        }
        paragraph.start[i] = paragraph.end(i - 1) + boundary.kern;
        paragraph.squeezable[i] = paragraph.squeezable[i - 1] + boundary.squeeze;
        paragraph.widenable[i] = paragraph.widenable[i - 1] + boundary.widen;
        paragraph.expandable[i] = paragraph.expandable[i - 1] + (boundary.expands ? 1 : 0);
        if (i <= text_begin || !b.first_of_cluster || b.type == BreakClass::space) continue;
        std::size_t before = i - 1;
        while (before > 0 && all[before].type == BreakClass::space) --before;
        paragraph.penalty[i] = break_penalty({all[before].type, all[before].character},
                                             {b.type, b.character}, before != i - 1);
    }
    if (count != 0) {
        paragraph.start[count] = paragraph.end(count - 1);
        paragraph.squeezable[count] = paragraph.squeezable[count - 1];
        paragraph.widenable[count] = paragraph.widenable[count - 1];
        paragraph.expandable[count] = paragraph.expandable[count - 1];
        paragraph.penalty[count] = 0;
        paragraph.natural_width = paragraph.start[count];
    }
    return paragraph;
}

void set_label_box(Paragraph& paragraph, float box) {
    if (paragraph.text_begin == 0) return;
    const float change = box - paragraph.hanging;
    for (std::size_t i = paragraph.text_begin; i < paragraph.start.size(); ++i) {
        paragraph.start[i] += change;
    }
    paragraph.natural_width += change;
    paragraph.hanging = box;
}

}  // namespace dutylist::typeset
