#include "exporters/pdf/to_unicode.h"

#include <algorithm>

#include "pipeline/text/utf8.h"

namespace dutylist::pdf {
namespace {

// Calls `unit` for every UTF-16 code unit.
template <typename Unit>
void for_utf16(std::string_view utf8, Unit unit) {
    for (const Decoded& decoded : Characters(utf8)) {
        if (decoded.character < 0x10000) {
            unit(static_cast<unsigned>(decoded.character));
        } else {
            const unsigned rest = static_cast<unsigned>(decoded.character) - 0x10000;
            unit(0xD800 + (rest >> 10));
            unit(0xDC00 + (rest & 0x3FF));
        }
    }
}

void append_hex(std::string& text, unsigned value) {
    static constexpr char digits[] = "0123456789ABCDEF";
    for (int shift = 12; shift >= 0; shift -= 4) text.push_back(digits[value >> shift & 0xF]);
}

}  // namespace

std::string to_unicode_cmap(const FontUsage& usage) {
    std::vector<const UsedGlyph*> entries;
    for (const UsedGlyph& used : usage.glyphs()) {
        if (!used.text.empty()) entries.push_back(&used);
    }
    std::sort(entries.begin(), entries.end(),
              [](const UsedGlyph* a, const UsedGlyph* b) { return a->code < b->code; });

    std::string cmap =
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    cmap.reserve(cmap.size() + entries.size() * 15 + 100);
    constexpr std::size_t entries_per_block = 100;  // the limit of the CMap format
    for (std::size_t i = 0; i < entries.size(); i += entries_per_block) {
        const std::size_t end = std::min(entries.size(), i + entries_per_block);
        cmap += std::to_string(end - i) + " beginbfchar\n";
        for (std::size_t j = i; j < end; ++j) {
            cmap += '<';
            append_hex(cmap, entries[j]->code);
            cmap += "> <";
            for_utf16(entries[j]->text, [&](unsigned unit) { append_hex(cmap, unit); });
            cmap += ">\n";
        }
        cmap += "endbfchar\n";
    }
    cmap += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
    return cmap;
}

std::string text_string_bytes(std::string_view utf8) {
    const bool ascii = std::all_of(utf8.begin(), utf8.end(),
                                   [](unsigned char c) { return c < 0x80 && c >= 0x20; });
    if (ascii) return std::string(utf8);
    std::string bytes("\xFE\xFF", 2);
    for_utf16(utf8, [&](unsigned unit) {
        bytes.push_back(static_cast<char>(unit >> 8));
        bytes.push_back(static_cast<char>(unit & 0xFF));
    });
    return bytes;
}

}  // namespace dutylist::pdf
