#pragma once

#include <cstdint>
#include <vector>

namespace dutylist {

class Looks;
class TemplateStore;

// charts.xml of a template: how charts look on paper, on web pages and in workbooks. Colours are
// 0xRRGGBB. Lengths of drawn charts are in the unit of what they are drawn on (pt on paper, px on a
// web page), those of native ones in points.
struct ChartLooks {
    std::vector<std::uint32_t> series;  // colours; at least one

    struct Drawn {  // by exporters/report/chart_drawing.h
        double text_size = 0;
        double title_size = 0;
        double title_baseline = 0;
        double title_height = 0;
        double plot_height = 0;  // of upright columns and lines, where the page does not say
        double grid_steps = 0;   // about so many
    } drawn;
    struct Legend {  // of several series
        double height = 0;
        double none_height = 0;  // where there is one series
        double above = 0;        // between title and keys
        double key_width = 0, key_height = 0;
        double key_gap = 0;  // between key and name
        double between = 0;  // name and next key
    } legend;
    struct Bars {  // that lie
        double pitch = 0, thickness = 0;
        double most_label = 0;  // of the width, for labels
        double label_gap = 0, label_raise = 0;
        double axis_gap = 0, axis_above = 0;
        double number_gap = 0, number_room = 0;
        double below = 0;
    } bars;
    struct Plot {  // of columns and lines
        double left = 0, right = 0, above = 0, below = 0;
        double tick_gap = 0, tick_drop = 0;
        double label_drop = 0, label_gap = 0;
    } plot;
    struct Columns {
        double widest = 0;
        double share = 0;  // of the pitch, all columns of a label together
        double between = 0;
        double least_numbered = 0;  // narrower ones have no number
        double number_raise = 0;
    } columns;
    struct Lines {
        double marker = 0;         // side
        double most_numbered = 0;  // labels; with more no point has a number
        double number_above = 0, number_below = 0;
        double number_distance = 0;  // between baselines
        double clear_above = 0, clear_below = 0;
    } lines;

    struct Native {  // of workbooks, drawn by the application
        std::uint32_t grid_color = 0;
        double grid_width = 0;
        double line_width = 0;
        double title_larger = 0;  // points that the title is larger than the other texts
        double bar_gap = 0;       // per cent of a bar's width
    } native;
};

// Throws JobError with file and line for anything wrong.
ChartLooks read_chart_looks(const TemplateStore& templates, const Looks& looks);

}  // namespace dutylist
