#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "exporters/pdf/font_usage.h"
#include "exporters/typeset/font_face.h"

namespace dutylist::pdf {

// What a PDF embeds of a font (ISO 32000-1 9.7.4): a bare CFF table, or the TrueType tables that
// draw glyphs.
struct FontSubset {
    bool is_cff = false;
    std::string program;
    std::vector<std::uint16_t> cids;  // all that the program holds, ascending, for the CIDSet
};

// Subsets the face to the glyphs used (and those they are composed of) and sets their codes, which
// are CIDs: of a CID-keyed CFF font those of its charset, else the glyph's number in the subset.
// Throws JobError font_not_embeddable.
FontSubset subset_font(const typeset::FontFace& face, FontUsage& usage);

// Whether a CFF table names its glyphs by CID.
bool is_cid_keyed(std::span<const unsigned char> cff);

// Reads the charset of a CID-keyed CFF table: the CID of every glyph. Empty if the font is not
// CID-keyed, the charset is a predefined one, or the table is damaged (Adobe Technical Note 5176).
std::vector<std::uint16_t> read_cff_charset(std::span<const unsigned char> cff,
                                            std::size_t glyph_count);

}  // namespace dutylist::pdf
