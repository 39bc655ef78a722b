#include "exporters/typeset/name_breaks.h"

#include <algorithm>

#include "pipeline/text/utf8.h"

namespace dutylist::typeset {
namespace {

// What the end of a line costs, beside that of the line itself (line_breaker.cpp).
struct TearCosts {
    float after_region;
    float word;      // between words
    float syllable;  // between words of one character, which the dictionary may have missed
    float inside_word;
    float inside_region;
    float last_character;  // the last character of a name goes to the next line
};
constexpr TearCosts costs_of_names{60, torn_name_cost, 420, 800, 900, 1000};
constexpr TearCosts costs_of_text{30, 30, 110, 220, 220, 220};

// Whether one character is left up to the end of the text or of the name.
bool leaves_one_character(const Atoms& atoms, std::size_t i) {
    return i + 1 >= atoms.size() || atoms[i + 1].type == BreakClass::closer;
}

float cost_at(std::string_view text, const std::vector<std::uint32_t>& words, std::uint32_t at,
              const TearCosts& costs) {
    const auto found = std::lower_bound(words.begin(), words.end(), at);
    if (found == words.end() || *found != at) return costs.inside_word;
    if (found == words.begin() || found + 1 == words.end()) return costs.word;
    const auto is_single = [&](std::uint32_t begin, std::uint32_t end) {
        const Decoded first = decode_at(text, begin);
        return begin + first.bytes >= end && break_class(first.character) == BreakClass::han;
    };
    const bool unsure = is_single(*(found - 1), at) && is_single(at, *(found + 1));
    return unsure ? costs.syllable : costs.word;
}

}  // namespace

void prefer_breaks(CellText& cell, std::string_view text, std::span<const TextSpan> regions,
                   NameKind kind, WordBreaks& words) {
    const TearCosts& costs = kind == NameKind::names ? costs_of_names : costs_of_text;
    auto region = regions.begin();
    for (CellText::Part& part : cell.parts) {
        Paragraph& paragraph = part.paragraph;
        const auto offset = static_cast<std::uint32_t>(part.text.data() - text.data());
        const std::vector<std::uint32_t> breaks = words.find(part.text);
        paragraph.tear.assign(paragraph.atoms.size() + 1, 0);
        paragraph.holds_names = kind == NameKind::names;
        for (std::size_t i = 1; i < paragraph.atoms.size(); ++i) {
            if (paragraph.atoms[i - 1].type == BreakClass::closer) continue;
            const std::uint32_t at = paragraph.atoms[i].begin;
            paragraph.tear[i] = leaves_one_character(paragraph.atoms, i)
                                    ? costs.last_character
                                    : cost_at(part.text, breaks, at, costs);
            const std::uint32_t place = at + offset;
            while (region != regions.end() && region->end < place) ++region;
            if (region == regions.end()) continue;
            if (place == region->end) paragraph.tear[i] = costs.after_region;
            if (place > region->begin && place < region->end)
                paragraph.tear[i] = costs.inside_region;
        }
    }
}

}  // namespace dutylist::typeset
