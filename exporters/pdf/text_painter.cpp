#include "exporters/pdf/text_painter.h"

#include <algorithm>
#include <cmath>

#include "exporters/pdf/to_unicode.h"

namespace dutylist::pdf {
namespace {
// A glyph may stand this far, in 1/1000 em, from where layout put it: 0.02 pt at 10 pt.
constexpr double tolerance = 2;

// The mean of the largest group of values that lie within `close` of each other; may sort them.
double most_common(std::vector<float>& values, float close) {
    if (values.empty()) return 0;
    // Most lines have one gap throughout, but for a few glyphs.
    const float candidate = values[values.size() / 2];
    double near_sum = 0;
    std::size_t near = 0;
    for (const float value : values) {
        if (std::abs(value - candidate) >= close / 2) continue;
        near_sum += value;
        ++near;
    }
    if (near * 2 > values.size()) return near_sum / static_cast<double>(near);
    std::sort(values.begin(), values.end());
    std::size_t longest = 0;
    double mean = 0;
    for (std::size_t i = 0; i < values.size();) {
        std::size_t end = i;
        double sum = 0;
        while (end < values.size() && values[end] - values[i] < close) sum += values[end++];
        if (end - i > longest) {
            longest = end - i;
            mean = sum / static_cast<double>(longest);
        }
        i = end;
    }
    return mean;
}
}  // namespace

void TextPainter::place(double x, double y) {
    if (!open_) {
        out_.op("BT");
        open_ = true;
        line_x_ = line_y_ = 0;
    }
    const long new_x = std::lround(x * 100);
    const long new_y = std::lround(y * 100);
    out_.number(static_cast<double>(new_x - line_x_) / 100);
    out_.number(static_cast<double>(new_y - line_y_) / 100).op("Td");
    line_x_ = new_x;
    line_y_ = new_y;
}

void TextPainter::set_font(const typeset::GlyphRun& run) {
    if (font_ == run.font && size_ == run.size) return;
    font_ = run.font;
    size_ = run.size;
    out_.name("F" + std::to_string(font_)).number(size_, 3).op("Tf");
}

// Sets the character spacing to the gap that most glyphs of the run have, so that justified lines
// need no adjustment between their glyphs. Returns the spacing in pt.
double TextPainter::set_spacing(const typeset::GlyphRun& run, const FontUsage& usage) {
    if (run.glyphs.size() < 2 && spacing_) return *spacing_;
    const double unit = run.size / 1000;
    gaps_.clear();
    for (std::size_t i = 0; i + 1 < run.glyphs.size(); ++i) {
        const typeset::Glyph& glyph = run.glyphs[i];
        const float distance = glyph.advance + run.glyphs[i + 1].offset - glyph.offset;
        gaps_.push_back(distance - static_cast<float>(usage.find(glyph.id).width * unit));
    }
    double wanted = most_common(gaps_, static_cast<float>(unit));
    wanted = std::round(wanted * 1e4) / 1e4;
    if (spacing_ != wanted) {
        spacing_ = wanted;
        out_.number(wanted, 4).op("Tc");
    }
    return wanted;
}

void TextPainter::flush() {
    if (string_open_) out_.end_string();
    if (array_open_) {
        out_.raw("]").op("TJ");
    } else if (string_open_) {
        out_.op("Tj");
    }
    string_open_ = array_open_ = false;
}

void TextPainter::adjust(double units) {
    if (string_open_) out_.end_string();
    if (!array_open_) out_.insert(string_open_ ? string_begin_ : out_.size(), '[');
    array_open_ = true;
    string_open_ = false;
    out_.number(-units, 0);
}

void TextPainter::show(const typeset::GlyphRun& run, double x, double y) {
    const FontUsage& usage = fonts_[run.font];
    place(x, y);
    set_font(run);
    const double spacing = set_spacing(run, usage);
    const double unit = run.size > 0 ? run.size / 1000.0 : 1;

    double pen = 0;       // where layout has the pen
    double position = 0;  // where the reader has it
    for (std::size_t i = 0; i < run.glyphs.size();) {
        const Cluster cluster = cluster_at(run, i);
        const bool spelt_out =
            !cluster.single() || usage.find(run.glyphs[i].id).text != cluster.text;
        if (spelt_out) {
            flush();
            out_.name("Span").raw("<</ActualText").string(text_string_bytes(cluster.text));
            out_.raw(">>").op("BDC");
        }
        for (; i < cluster.end; ++i) {
            const typeset::Glyph& glyph = run.glyphs[i];
            const UsedGlyph& used = usage.find(glyph.id);
            const double units = (pen + glyph.offset - position) / unit;
            if (std::abs(units) >= tolerance) {
                adjust(std::round(units));
                position += std::round(units) * unit;
            }
            if (!string_open_) {
                string_begin_ = out_.size();
                out_.begin_string();
                string_open_ = true;
            }
            out_.code(used.code);
            position += used.width * unit + spacing;
            pen += glyph.advance;
        }
        if (spelt_out) {
            flush();
            out_.op("EMC");
        }
    }
    flush();
}

void TextPainter::end() {
    if (open_) out_.op("ET");
    open_ = false;
}

void TextPainter::reset() {
    font_ = -1;
    spacing_.reset();
}

}  // namespace dutylist::pdf
