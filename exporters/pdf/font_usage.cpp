#include "exporters/pdf/font_usage.h"

#include <algorithm>

namespace dutylist::pdf {

void FontUsage::note(std::uint16_t glyph, std::string_view text) {
    if (slots_.empty()) slots_.resize(65536);
    if (slots_[glyph] == 0) {
        glyphs_.push_back({glyph, 0, text, 0, 0});
        slots_[glyph] = static_cast<std::uint16_t>(glyphs_.size());
    }
    // Boyer and Moore's majority vote: no text needs to be stored but the one that leads.
    UsedGlyph& used = glyphs_[slots_[glyph] - 1u];
    if (text.empty()) return;
    if (used.text == text) {
        ++used.votes;
    } else if (used.votes == 0) {
        used.text = text;
        used.votes = 1;
    } else {
        --used.votes;
    }
}

void FontUsage::finish() {
    std::sort(glyphs_.begin(), glyphs_.end(),
              [](const UsedGlyph& a, const UsedGlyph& b) { return a.glyph < b.glyph; });
    for (std::size_t i = 0; i < glyphs_.size(); ++i) {
        slots_[glyphs_[i].glyph] = static_cast<std::uint16_t>(i + 1);
    }
}

Cluster cluster_at(const typeset::GlyphRun& run, std::size_t begin) {
    const typeset::Glyph& first = run.glyphs[begin];
    std::size_t end = begin + 1;
    while (end < run.glyphs.size() && run.glyphs[end].text_begin == run.glyphs[end].text_end) ++end;
    return {begin, end,
            std::string_view(run.text).substr(first.text_begin, first.text_end - first.text_begin)};
}

std::vector<FontUsage> collect_font_usage(const typeset::PagedDocument& document) {
    std::vector<FontUsage> fonts(document.fonts.size());
    for (const typeset::Page& page : document.pages) {
        for (const typeset::Layer& layer : page.layers) {
            for (const typeset::GlyphRun& run : layer.runs) {
                FontUsage& usage = fonts[run.font];
                for (std::size_t i = 0; i < run.glyphs.size();) {
                    const Cluster cluster = cluster_at(run, i);
                    for (; i < cluster.end; ++i) {
                        usage.note(run.glyphs[i].id,
                                   cluster.single() ? cluster.text : std::string_view());
                    }
                }
            }
        }
    }
    for (FontUsage& usage : fonts) usage.finish();
    return fonts;
}

}  // namespace dutylist::pdf
