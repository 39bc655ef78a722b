#pragma once

#include <optional>
#include <span>
#include <vector>

#include "exporters/pdf/content_stream.h"
#include "exporters/pdf/font_usage.h"
#include "exporters/typeset/frame.h"

namespace dutylist::pdf {

// Writes glyph runs as text operators (ISO 32000-1 9.4), keeping track of the text state so that
// only what changes is written.
class TextPainter {
public:
    TextPainter(ContentStream& out, std::span<const FontUsage> fonts) : out_(out), fonts_(fonts) {}

    // Shows the run with its baseline beginning at (x, y), y upwards. Opens a text object if none
    // is open.
    void show(const typeset::GlyphRun& run, double x, double y);
    // Closes the text object; the text state lives on.
    void end();
    // Forgets the text state, after q or Q.
    void reset();

private:
    void place(double x, double y);
    void set_font(const typeset::GlyphRun& run);
    double set_spacing(const typeset::GlyphRun& run, const FontUsage& usage);
    void adjust(double units);
    void flush();

    ContentStream& out_;
    std::span<const FontUsage> fonts_;
    std::vector<float> gaps_;
    std::size_t string_begin_ = 0;
    bool open_ = false;         // between BT and ET
    bool array_open_ = false;   // inside [ … ]TJ
    bool string_open_ = false;  // inside ( … )
    long line_x_ = 0;           // where the line began, in 1/100 pt
    long line_y_ = 0;
    int font_ = -1;
    float size_ = 0;
    std::optional<double> spacing_ = 0;  // Tc in force; unknown after q or Q
};

}  // namespace dutylist::pdf
