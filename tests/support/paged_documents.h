#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "exporters/typeset/font_face.h"
#include "exporters/typeset/frame.h"

namespace dutylist::test {

// The fonts that Debian's fonts-noto-cjk and fonts-lxgw-wenkai bring; nullptr where one is missing.
std::shared_ptr<const typeset::FontFace> cff_font();       // Noto Serif CJK SC
std::shared_ptr<const typeset::FontFace> truetype_font();  // LXGW WenKai

// Sets text without any typography: one glyph a character at its natural width.
typeset::GlyphRun make_run(const typeset::PagedDocument& document, std::uint16_t font, float size,
                           typeset::Point origin, std::string_view text,
                           typeset::StructureIndex structure = typeset::no_structure);

// A4 pages: a cover, and a table of two cells over two pages, tagged, with bookmarks, links and
// labels, in both fonts; the last page is turned.
typeset::PagedDocument sample_document();

// A document of random pages, runs, fills, tags and links; the same for the same seed. The text of
// its pages in order, a line a run, goes to `text`.
typeset::PagedDocument random_document(std::uint32_t seed, std::string& text);

}  // namespace dutylist::test
