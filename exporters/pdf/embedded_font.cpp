#include "exporters/pdf/embedded_font.h"

#include <algorithm>
#include <cmath>

#include <hb-ot.h>
#include <hb.h>

#include "exporters/pdf/font_subset.h"
#include "exporters/pdf/to_unicode.h"

namespace dutylist::pdf {
namespace {

using PoDoFo::PdfName;

// "QWERTY+Name": six letters that differ with the glyphs (ISO 32000-1 9.6.4).
std::string subset_name(const typeset::FontFace& face, const FontUsage& usage) {
    std::uint64_t hash = 14695981039346656037ull;
    for (const UsedGlyph& used : usage.glyphs()) hash = (hash ^ used.glyph) * 1099511628211ull;
    hash ^= hash >> 32;
    std::string name;
    for (int i = 0; i < 6; ++i, hash /= 26) name.push_back(static_cast<char>('A' + hash % 26));
    name.push_back('+');
    const std::string& full =
        face.postscript_name().empty() ? face.family() : face.postscript_name();
    for (const char c : full) {
        if (std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_') name.push_back(c);
    }
    return name;
}

int per_mille(const typeset::FontFace& face, double units) {
    return static_cast<int>(std::lround(units * 1000 / face.units_per_em()));
}

int metric(const typeset::FontFace& face, hb_ot_metrics_tag_t tag, int fallback) {
    hb_position_t value = 0;
    if (!hb_ot_metrics_get_position(face.font(), tag, &value)) return fallback;
    return per_mille(face, value);
}

// FontBBox from the head table: xMin, yMin, xMax, yMax as big-endian 16-bit numbers from byte 36.
std::string bounding_box(const typeset::FontFace& face) {
    hb_blob_t* head = hb_face_reference_table(face.face(), HB_TAG('h', 'e', 'a', 'd'));
    unsigned length = 0;
    const auto* data = reinterpret_cast<const unsigned char*>(hb_blob_get_data(head, &length));
    std::string box = "[";
    for (unsigned i = 36; i < 44; i += 2) {
        const int value = length >= 44 ? static_cast<std::int16_t>(data[i] << 8 | data[i + 1]) : 0;
        box += std::to_string(per_mille(face, value)) + (i < 42 ? " " : "]");
    }
    hb_blob_destroy(head);
    return box;
}

// The array W (ISO 32000-1 9.7.4.3) of all codes whose width is not one em.
std::string width_array(const FontUsage& usage) {
    std::vector<std::pair<std::uint16_t, int>> widths;
    for (const UsedGlyph& used : usage.glyphs()) {
        if (used.width != 1000) widths.emplace_back(used.code, used.width);
    }
    std::sort(widths.begin(), widths.end());
    std::string array = "[";
    for (std::size_t i = 0; i < widths.size();) {
        array += std::to_string(widths[i].first) + "[" + std::to_string(widths[i].second);
        const std::size_t first = i++;
        for (; i < widths.size() && widths[i].first == widths[first].first + (i - first); ++i) {
            array += " " + std::to_string(widths[i].second);
        }
        array += "]";
    }
    return array + "]";
}

// One bit for every CID that the program holds, the highest bit first (ISO 32000-1 table 124).
std::string cid_set(const FontSubset& subset) {
    std::string bits(subset.cids.back() / 8u + 1u, '\0');
    for (const std::uint16_t cid : subset.cids) {
        bits[cid / 8u] = static_cast<char>(bits[cid / 8u] | 0x80 >> cid % 8);
    }
    return bits;
}

PoDoFo::PdfReference descriptor(PdfFile& file, const typeset::FontFace& face,
                                const FontSubset& subset, const std::string& name) {
    PoDoFo::PdfObject& program = file.create_stream(subset.program);
    if (subset.is_cff) {
        program.GetDictionary().AddKey("Subtype", PdfName("CIDFontType0C"));
    } else {
        program.GetDictionary().AddKey("Length1", integer(subset.program.size()));
    }
    PoDoFo::PdfObject& object = file.create("FontDescriptor");
    PoDoFo::PdfDictionary& entries = object.GetDictionary();
    const int ascent = metric(face, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 880);
    const double weight = hb_style_get_value(face.font(), HB_STYLE_TAG_WEIGHT);
    constexpr int symbolic = 4;
    entries.AddKey("FontName", PdfName(name));
    entries.AddKey("Flags", integer(symbolic));
    entries.AddKey("FontBBox", written(bounding_box(face)));
    entries.AddKey("ItalicAngle", integer(0));
    entries.AddKey("Ascent", integer(ascent));
    entries.AddKey("Descent", integer(metric(face, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -120)));
    entries.AddKey("CapHeight", integer(metric(face, HB_OT_METRICS_TAG_CAP_HEIGHT, ascent)));
    // No table of a font states it; this is what its weight class suggests.
    entries.AddKey("StemV", integer(std::lround(50 + std::pow(weight / 65, 2))));
    entries.AddKey(subset.is_cff ? "FontFile3" : "FontFile2", program.Reference());
    entries.AddKey("CIDSet", file.create_stream(cid_set(subset)).Reference());
    return object.Reference();
}

}  // namespace

PoDoFo::PdfReference embed_font(PdfFile& file, const typeset::FontFace& face, FontUsage& usage) {
    const FontSubset subset = subset_font(face, usage);
    for (UsedGlyph& used : usage.glyphs()) used.width = per_mille(face, face.advance(used.glyph));
    const std::string name = subset_name(face, usage);

    PoDoFo::PdfObject& descendant = file.create("Font");
    PoDoFo::PdfDictionary& entries = descendant.GetDictionary();
    entries.AddKey("Subtype", PdfName(subset.is_cff ? "CIDFontType0" : "CIDFontType2"));
    entries.AddKey("BaseFont", PdfName(name));
    entries.AddKey("CIDSystemInfo",
                   written("<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"));
    entries.AddKey("FontDescriptor", descriptor(file, face, subset, name));
    entries.AddKey("DW", integer(1000));
    entries.AddKey("W", written(width_array(usage)));
    if (!subset.is_cff) entries.AddKey("CIDToGIDMap", PdfName("Identity"));

    PoDoFo::PdfObject& font = file.create("Font");
    PoDoFo::PdfDictionary& composite = font.GetDictionary();
    composite.AddKey("Subtype", PdfName("Type0"));
    composite.AddKey("BaseFont", PdfName(subset.is_cff ? name + "-Identity-H" : name));
    composite.AddKey("Encoding", PdfName("Identity-H"));
    std::string descendants = "[";
    append_reference(descendants, descendant.Reference().ObjectNumber());
    composite.AddKey("DescendantFonts", written(descendants + "]"));
    composite.AddKey("ToUnicode", file.create_stream(to_unicode_cmap(usage)).Reference());
    return font.Reference();
}

}  // namespace dutylist::pdf
