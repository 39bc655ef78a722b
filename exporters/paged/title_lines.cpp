#include "exporters/paged/title_lines.h"

#include <cmath>

namespace dutylist::paged {

using namespace typeset;

std::vector<std::string> title_lines(PageBuilder& builder, FontRole role, std::string_view title,
                                     double size, double width, std::size_t break_after) {
    const auto fits = [&](std::string_view text) {
        return builder.measure_word(role, text, size) <= width + 0.01;
    };
    if (fits(title)) return {std::string(title)};
    if (break_after != 0 && break_after < title.size() && fits(title.substr(0, break_after)) &&
        fits(title.substr(break_after))) {
        return {std::string(title.substr(0, break_after)), std::string(title.substr(break_after))};
    }
    const LineRules& rules = builder.style().lines;
    const CellText shaped = shape_text(builder.shaper(), role, title, rules);
    const std::size_t least = break_cell(shaped, width / size, Alignment::center, rules).size();
    // The narrowest measure that needs no more lines makes them alike.
    double measure = std::ceil(shaped.widest() / static_cast<double>(least));
    CellLines lines = break_cell(shaped, measure, Alignment::center, rules);
    while (lines.size() > least && measure + 1 < width / size) {
        lines = break_cell(shaped, ++measure, Alignment::center, rules);
    }
    if (lines.size() > least) lines = break_cell(shaped, width / size, Alignment::center, rules);
    std::vector<std::string> texts;
    for (const CellLine& line : lines) {
        const CellText::Part& part = shaped.parts[line.part];
        const Atoms& atoms = part.paragraph.atoms;
        const std::uint32_t begin = atoms[line.line.begin].begin;
        const std::uint32_t end = atoms[line.line.next - 1].end;
        texts.emplace_back(part.text.substr(begin, end - begin));
    }
    return texts;
}

}  // namespace dutylist::paged
