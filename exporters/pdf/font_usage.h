#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "exporters/typeset/frame.h"

namespace dutylist::pdf {

// A glyph that the document shows: the text it stands for most, and the code that content streams
// write for it.
struct UsedGlyph {
    std::uint16_t glyph = 0;
    std::uint16_t code = 0;  // set once the font is subset
    std::string_view text;   // over GlyphRun::text; empty if it only ever is part of a cluster
    std::int32_t votes = 0;
    std::int32_t width = 0;  // in 1/1000 em, as the PDF states it; set once the font is embedded
};

// Which glyphs of one font a document uses, and what they say. The texts are views into the
// document, which must outlive this.
class FontUsage {
public:
    // `text` is empty for a glyph of a cluster of several glyphs. Where a glyph stands for
    // different texts, one that makes up more than half of its uses wins.
    void note(std::uint16_t glyph, std::string_view text);

    // Sorts by glyph; after this nothing may be noted.
    void finish();

    bool empty() const { return glyphs_.empty(); }
    std::vector<UsedGlyph>& glyphs() { return glyphs_; }
    const std::vector<UsedGlyph>& glyphs() const { return glyphs_; }
    // The entry of a glyph that was noted.
    const UsedGlyph& find(std::uint16_t glyph) const { return glyphs_[slots_[glyph] - 1]; }

private:
    std::vector<UsedGlyph> glyphs_;
    std::vector<std::uint16_t> slots_;  // glyph -> index into glyphs_, plus one
};

// One cluster of a run: the glyphs [begin, end) that together say `text`.
struct Cluster {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view text;
    bool single() const { return end == begin + 1; }
};
// The cluster that begins at glyph `begin`.
Cluster cluster_at(const typeset::GlyphRun& run, std::size_t begin);

// The usage of every font of the document, in the order of PagedDocument::fonts.
std::vector<FontUsage> collect_font_usage(const typeset::PagedDocument& document);

}  // namespace dutylist::pdf
