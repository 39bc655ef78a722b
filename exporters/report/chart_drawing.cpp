#include "exporters/report/chart_drawing.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

using Anchor = ChartDrawing::Anchor;

double text_width(const std::string& text, double size) { return display_width(text) * size / 2; }

std::string shortened(const std::string& text, double room, double size) {
    if (text_width(text, size) <= room) return text;
    std::string result;
    for (const Decoded& decoded : Characters(text)) {
        std::string longer = result + to_utf8(decoded.character);
        if (text_width(longer, size) + size > room) break;
        result = std::move(longer);
    }
    return result + "…";
}

// A round step that divides the axis into about `wanted` parts.
std::int64_t axis_step(std::int64_t most, double wanted) {
    const double rough = std::max(1.0, static_cast<double>(most) / wanted);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        if (factor * power >= rough) return static_cast<std::int64_t>(std::ceil(factor * power));
    }
    return static_cast<std::int64_t>(power * 10);
}

class Drawer {
public:
    Drawer(const ChartData& data, const ChartLooks& looks, double width, double plot_height)
        : data_(data), looks_(looks), plot_height_(plot_height) {
        drawing_.width = width;
        drawing_.text_size = looks.drawn.text_size;
        drawing_.title_size = looks.drawn.title_size;
        drawing_.colors = looks.series;
    }

    ChartDrawing draw() {
        drawing_.texts.push_back(
            {drawing_.width / 2, looks_.drawn.title_baseline, Anchor::middle, data_.title, true});
        legend();
        if (data_.kind.starts_with("bar")) {
            horizontal_bars();
        } else {
            upright();
        }
        drawing_.description = data_.title + "：";
        for (std::size_t i = 0; i < data_.labels.size(); ++i) {
            drawing_.description += (i == 0 ? "" : "；") + data_.labels[i];
            for (const auto& series : data_.series) {
                drawing_.description += " " + series.name + std::to_string(series.values[i]);
            }
        }
        return std::move(drawing_);
    }

private:
    double size() const { return drawing_.text_size; }

    void legend() {
        if (data_.series.size() < 2) return;
        const ChartLooks::Legend& legend = looks_.legend;
        const double name_at = legend.key_width + legend.key_gap;
        double all = 0;
        for (const auto& series : data_.series) {
            all += name_at + text_width(series.name, size()) + legend.between;
        }
        double x = (drawing_.width - all) / 2;
        const double y = looks_.drawn.title_height + legend.above;
        for (std::size_t s = 0; s < data_.series.size(); ++s) {
            drawing_.bars.push_back({x, y, legend.key_width, legend.key_height, s, {}});
            drawing_.texts.push_back(
                {x + name_at, y + legend.key_height, Anchor::start, data_.series[s].name});
            x += name_at + text_width(data_.series[s].name, size()) + legend.between;
        }
    }

    double top() const {
        return looks_.drawn.title_height +
               (data_.series.size() < 2 ? looks_.legend.none_height : looks_.legend.height);
    }

    std::string bar_title(std::size_t label, std::size_t series) const {
        return data_.labels[label] + " " + data_.series[series].name + " " +
               std::to_string(data_.series[series].values[label]);
    }

    void horizontal_bars() {
        const ChartLooks::Bars& bars = looks_.bars;
        double labels = 0;
        for (const std::string& label : data_.labels) {
            labels = std::max(labels, text_width(label, size()));
        }
        labels = std::min(labels, drawing_.width * bars.most_label);
        std::int64_t most = 1;
        std::vector<std::int64_t> sums(data_.labels.size(), 0);
        for (std::size_t i = 0; i < sums.size(); ++i) {
            for (const auto& series : data_.series)
                sums[i] += std::max<std::int64_t>(0, series.values[i]);
            most = std::max(most, sums[i]);
        }
        const double left = labels + bars.axis_gap;
        const double room = drawing_.width - left - bars.number_room;
        const double scale = room / static_cast<double>(most);
        double y = top();
        for (std::size_t i = 0; i < data_.labels.size(); ++i, y += bars.pitch) {
            const double base = y + bars.thickness - bars.label_raise;
            drawing_.texts.push_back({left - bars.label_gap, base, Anchor::end,
                                      shortened(data_.labels[i], labels, size())});
            double x = left;
            for (std::size_t s = 0; s < data_.series.size(); ++s) {
                const double length =
                    static_cast<double>(std::max<std::int64_t>(0, data_.series[s].values[i])) *
                    scale;
                if (length > 0) {
                    drawing_.bars.push_back({x, y, length, bars.thickness, s, bar_title(i, s)});
                }
                x += length;
            }
            drawing_.texts.push_back(
                {x + bars.number_gap, base, Anchor::start, std::to_string(sums[i])});
        }
        drawing_.rules.push_back({left, top() - bars.axis_above, left, y});
        drawing_.height = y + bars.below;
    }

    void upright() {
        const ChartLooks::Plot& plot = looks_.plot;
        const double left = plot.left;
        const double right = drawing_.width - plot.right;
        const double upper = top() + plot.above;  // room for the number on the highest
        const double bottom = upper + plot_height_;
        std::int64_t most = 1;
        for (const auto& series : data_.series) {
            for (const std::int64_t value : series.values) most = std::max(most, value);
        }
        const std::int64_t step = axis_step(most, looks_.drawn.grid_steps);
        const std::int64_t end = (most + step - 1) / step * step;
        const auto height_at = [&](std::int64_t value) {
            return bottom - plot_height_ * static_cast<double>(value) / static_cast<double>(end);
        };
        for (std::int64_t value = 0; value <= end; value += step) {
            const double y = height_at(value);
            drawing_.rules.push_back({left, y, right, y});
            drawing_.texts.push_back(
                {left - plot.tick_gap, y + plot.tick_drop, Anchor::end, std::to_string(value)});
        }
        const std::size_t count = std::max<std::size_t>(1, data_.labels.size());
        const double pitch = (right - left) / static_cast<double>(count);
        const auto center = [&](std::size_t i) {
            return left + pitch * (static_cast<double>(i) + 0.5);
        };
        // Labels that would touch are left out evenly.
        double widest = 1;
        for (const std::string& label : data_.labels) {
            widest = std::max(widest, text_width(label, size()) + plot.label_gap);
        }
        const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(widest / pitch)));
        for (std::size_t i = 0; i < data_.labels.size(); i += every) {
            drawing_.texts.push_back(
                {center(i), bottom + plot.label_drop, Anchor::middle, data_.labels[i]});
        }
        if (data_.kind == "line") {
            lines(center, height_at);
        } else {
            columns(pitch, center, height_at, bottom);
        }
        drawing_.height = bottom + plot.below;
    }

    template <typename Center, typename HeightAt>
    void lines(const Center& center, const HeightAt& height_at) {
        std::vector<std::vector<double>> taken(data_.labels.size());  // baselines of numbers
        const double marker = looks_.lines.marker;
        const bool numbered =
            static_cast<double>(data_.labels.size()) <= looks_.lines.most_numbered;
        for (std::size_t s = 0; s < data_.series.size(); ++s) {
            ChartDrawing::Polyline line{{}, s};
            for (std::size_t i = 0; i < data_.labels.size(); ++i) {
                const std::int64_t value = data_.series[s].values[i];
                line.points.emplace_back(center(i), height_at(value));
                drawing_.bars.push_back({center(i) - marker / 2, height_at(value) - marker / 2,
                                         marker, marker, s, bar_title(i, s)});
                const auto baseline =
                    numbered ? number_at(i, s, height_at, taken[i]) : std::nullopt;
                if (baseline) {
                    taken[i].push_back(*baseline);
                    drawing_.texts.push_back(
                        {center(i), *baseline, Anchor::middle, std::to_string(value)});
                }
            }
            drawing_.lines.push_back(std::move(line));
        }
    }

    // The baseline of a point's number: above it or below, where neither another line nor a number
    // set before is; nothing where both are in the way (the table has the number).
    template <typename HeightAt>
    std::optional<double> number_at(std::size_t label, std::size_t series,
                                    const HeightAt& height_at,
                                    const std::vector<double>& taken) const {
        const double y = height_at(data_.series[series].values[label]);
        const ChartLooks::Lines& looks = looks_.lines;
        for (const double baseline : {y - looks.number_above, y + looks.number_below}) {
            bool free = true;
            for (const double other : taken) {
                free = free && std::abs(other - baseline) >= looks.number_distance;
            }
            for (std::size_t s = 0; s < data_.series.size(); ++s) {
                const double line = height_at(data_.series[s].values[label]);
                free = free && (s == series || line < baseline - looks.clear_above ||
                                line > baseline + looks.clear_below);
            }
            if (free) return baseline;
        }
        return {};
    }

    template <typename Center, typename HeightAt>
    void columns(double pitch, const Center& center, const HeightAt& height_at, double bottom) {
        const auto series_count = static_cast<double>(data_.series.size());
        const ChartLooks::Columns& looks = looks_.columns;
        const double width = std::min(looks.widest, pitch * looks.share / series_count);
        for (std::size_t i = 0; i < data_.labels.size(); ++i) {
            for (std::size_t s = 0; s < data_.series.size(); ++s) {
                const std::int64_t value = data_.series[s].values[i];
                const double x = center(i) + (static_cast<double>(s) - series_count / 2) * width;
                if (value > 0) {
                    drawing_.bars.push_back({x, height_at(value), width - looks.between,
                                             bottom - height_at(value), s, bar_title(i, s)});
                }
                if (width >= looks.least_numbered) {
                    drawing_.texts.push_back({x + width / 2, height_at(value) - looks.number_raise,
                                              Anchor::middle, std::to_string(value)});
                }
            }
        }
    }

    const ChartData& data_;
    const ChartLooks& looks_;
    double plot_height_;
    ChartDrawing drawing_;
};

}  // namespace

ChartDrawing draw_chart(const ChartData& data, const ChartLooks& looks, double width,
                        double plot_height) {
    return Drawer(data, looks, width, plot_height).draw();
}

}  // namespace dutylist
