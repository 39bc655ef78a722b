#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "exporters/looks/chart_looks.h"
#include "pipeline/report/chart_data.h"

namespace dutylist {

// A chart as shapes, the same for HTML and for paper. Lengths in one unit (pt on paper, px in
// HTML); the origin is the top left corner, y grows downwards; `series` chooses the colour.
struct ChartDrawing {
    struct Bar {
        double x, y, width, height;
        std::size_t series;
        std::string title;  // what it stands for
    };
    struct Polyline {
        std::vector<std::pair<double, double>> points;
        std::size_t series;
    };
    struct Rule {
        double x1, y1, x2, y2;
    };
    enum class Anchor : std::uint8_t { start, middle, end };
    struct Text {
        double x, y;  // of the baseline
        Anchor anchor;
        std::string text;
        bool strong = false;
    };

    double width = 0;
    double height = 0;
    double text_size = 0;
    double title_size = 0;  // of strong texts
    std::vector<Rule> rules;
    std::vector<Bar> bars;
    std::vector<Polyline> lines;
    std::vector<Text> texts;
    std::string description;  // for those who cannot see it
    std::vector<std::uint32_t> colors;

    std::uint32_t color(std::size_t series) const { return colors[series % colors.size()]; }
};

// Lays the chart out in the given width; its height follows from what it shows. Every label stands
// in full or, where the room does not do, is shortened with …; the numbers are in the tables.
// `plot_height`: of the plots of upright bars and lines; bars that lie take what they need.
ChartDrawing draw_chart(const ChartData& data, const ChartLooks& looks, double width,
                        double plot_height);

}  // namespace dutylist
