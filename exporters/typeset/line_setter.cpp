#include "exporters/typeset/line_setter.h"

#include <algorithm>
#include <functional>

namespace dutylist::typeset {
namespace {

// How a line's change of width is shared out among its boundaries, em.
class Justification {
public:
    Justification(const Paragraph& paragraph, const Line& line) : paragraph_(paragraph) {
        const std::uint32_t last = line.end - 1;
        const float squeezable = paragraph.squeezable[last] - paragraph.squeezable[line.begin];
        const float widenable = paragraph.widenable[last] - paragraph.widenable[line.begin];
        const std::uint32_t expandable =
            paragraph.expandable[last] - paragraph.expandable[line.begin];
        if (line.change < 0 && squeezable > 0) squeeze_ = line.change / squeezable;
        if (line.change <= 0) return;
        float rest = line.change;
        if (widenable > 0) {
            widen_ = std::min(1.0F, rest / widenable);
            rest -= widen_ * widenable;
        }
        if (expandable > 0) {
            expand_ = rest / static_cast<float>(expandable);
        } else if (last > line.begin) {
            // One long token, broken where it had to be: its letters take the rest.
            everywhere_ = rest / static_cast<float>(last - line.begin);
        }
    }

    // What stands between atoms i - 1 and i.
    float kern(std::uint32_t i) const {
        const Paragraph& p = paragraph_;
        float kern = p.start[i] - p.end(i - 1) + everywhere_;
        kern += squeeze_ * (p.squeezable[i] - p.squeezable[i - 1]);
        kern += widen_ * (p.widenable[i] - p.widenable[i - 1]);
        kern += expand_ * static_cast<float>(p.expandable[i] - p.expandable[i - 1]);
        return kern;
    }

private:
    const Paragraph& paragraph_;
    float squeeze_ = 0;
    float widen_ = 0;
    float expand_ = 0;
    float everywhere_ = 0;
};

// Whether the line was measured with the mark at its end trimmed to half.
bool is_trimmed(const Paragraph& paragraph, const Line& line) {
    const float whole = paragraph.end(line.end - 1) - paragraph.start[line.begin];
    return line.natural < whole - 1e-4F;
}

// The mark that covers a character of the text, or nothing. Marks stand in the order of the text.
const TextMark* mark_at(std::span<const TextMark> marks, const char* character) {
    const std::less<const char*> before;
    const auto end = std::partition_point(marks.begin(), marks.end(), [&](const TextMark& mark) {
        return !before(character, mark.text.data() + mark.text.size());
    });
    return end != marks.end() && !before(character, end->text.data()) ? &*end : nullptr;
}

// The line through or below a marked run that ends at `right`.
void decorate(const TextMark* mark, double left, double right, const Point& origin, double size,
              Layer& layer) {
    if (!mark || mark->decoration == Decoration::none || right <= left) return;
    // Through the middle of the em box, or just below it.
    const double y = mark->decoration == Decoration::strike_through ? -0.38 : 0.14;
    const double thickness = std::max(0.4, 0.055 * size);
    layer.fills.push_back(
        {{left, origin.y + y * size - thickness / 2, right - left, thickness}, mark->color});
}

}  // namespace

void set_line(const Paragraph& paragraph, std::string_view text, const Line& line, Point origin,
              const TextStyle& style, Layer& layer) {
    const Justification justification(paragraph, line);
    const auto size = static_cast<float>(style.size);
    double x = origin.x + line.indent * style.size;
    const bool trimmed = is_trimmed(paragraph, line);
    GlyphRun* run = nullptr;
    const TextMark* mark = nullptr;
    double mark_left = x;
    for (std::uint32_t i = line.begin; i < line.next; ++i) {
        const Atom& atom = paragraph.atoms[i];
        const TextMark* here =
            style.marks.empty() ? nullptr : mark_at(style.marks, text.data() + atom.begin);
        if (here != mark) {
            decorate(mark, mark_left, x, origin, style.size, layer);
            mark = here;
            mark_left = x;
            run = nullptr;
        }
        if (!run || run->font != atom.face) {
            run = &layer.runs.emplace_back();
            run->font = atom.face;
            run->size = size;
            run->origin = {x, origin.y};
            run->color = mark ? mark->color : style.color;
            run->structure = style.structure;
            run->glyphs.reserve(line.next - i);
        }
        Glyph glyph;
        glyph.id = atom.glyph;
        glyph.offset = atom.offset * size;
        glyph.text_begin = static_cast<std::uint32_t>(run->text.size());
        run->text.append(text.substr(atom.begin, atom.end - atom.begin));
        glyph.text_end = static_cast<std::uint32_t>(run->text.size());
        float advance = 0;
        if (i < line.end) {
            advance = atom.advance;
            if (i + 1 < line.end) {
                advance += justification.kern(i + 1);
            } else if (trimmed && atom.type == BreakClass::closer) {
                advance -= atom.blank_after;
            }
        }
        glyph.advance = advance * size;
        x += glyph.advance;
        run->glyphs.push_back(glyph);
    }
    decorate(mark, mark_left, x, origin, style.size, layer);
}

double set_width(const Line& line, double size) { return (line.natural + line.change) * size; }

}  // namespace dutylist::typeset
