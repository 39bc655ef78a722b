#include "exporters/paged/leader_line.h"

#include <cmath>

namespace dutylist::paged {

using namespace typeset;

void set_leader(PageBuilder& builder, double left, double right, double baseline, double size) {
    // Dots stand on a grid from the type area's left edge, the same on every line.
    const double step = size * builder.style().leader.step;
    const double edge = builder.area().x;
    const double first = edge + std::ceil((left - edge + step / 2) / step - 1e-6) * step;
    const auto count = static_cast<int>(std::floor((right - step / 2 - first) / step));
    if (count < 2) return;
    const FontSet::Found dot = builder.shaper().fonts().find(FontRole::number, U'.');
    GlyphRun run;
    run.font = dot.face;
    run.size = static_cast<float>(size);
    run.origin = {first, baseline};
    run.text.assign(static_cast<std::size_t>(count), '.');
    for (int i = 0; i < count; ++i) {
        Glyph glyph;
        glyph.id = dot.glyph;
        glyph.advance = static_cast<float>(step);
        glyph.text_begin = static_cast<std::uint32_t>(i);
        glyph.text_end = static_cast<std::uint32_t>(i + 1);
        run.glyphs.push_back(glyph);
    }
    builder.layer().runs.push_back(std::move(run));
}

double set_leader_line(PageBuilder& builder, const LeaderLine& line) {
    const TextStyle style{line.size, {}, line.structure};
    const double number_width = builder.measure_word(FontRole::number, line.number, line.size);
    const LineRules& rules = builder.style().lines;
    const CellText shaped = shape_text(builder.shaper(), line.role, line.text, rules);
    const double most = line.width - number_width - builder.style().leader.least_room * line.size;
    const CellLines lines = break_cell(shaped, most / line.size, Alignment::left, rules);
    double y = line.y;
    double end = line.x;
    for (const CellLine& entry : lines) {
        const CellText::Part& part = shaped.parts[entry.part];
        const double base = y + PageBuilder::baseline(line.leading, line.size);
        set_line(part.paragraph, part.text, entry.line, {line.x, base}, style, builder.layer());
        end = line.x + set_width(entry.line, line.size) + entry.line.indent * line.size;
        y += line.leading;
    }
    if (lines.empty()) y += line.leading;
    const double base = y - line.leading + PageBuilder::baseline(line.leading, line.size);
    const double right = line.x + line.width - number_width;
    // Narrow figures do not get a dot more than wide ones.
    const double step = line.size * builder.style().leader.step;
    const double box = std::ceil((number_width + step / 2) / step) * step;
    set_leader(builder, end, line.x + line.width - box, base, line.size);
    builder.set_word(FontRole::number, line.number, right, base, style);
    builder.layer().links.push_back(
        {{line.x, line.y, line.width, y - line.y}, line.destination, line.structure});
    return y - line.y;
}

}  // namespace dutylist::paged
