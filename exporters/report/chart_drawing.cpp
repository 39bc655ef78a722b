#include "exporters/report/chart_drawing.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

using Anchor = ChartDrawing::Anchor;

constexpr double title_height = 22;
constexpr double legend_height = 18;

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
std::int64_t axis_step(std::int64_t most, int wanted) {
    const double rough = std::max(1.0, static_cast<double>(most) / wanted);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        if (factor * power >= rough) return static_cast<std::int64_t>(std::ceil(factor * power));
    }
    return static_cast<std::int64_t>(power * 10);
}

class Drawer {
public:
    Drawer(const ChartData& data, double width, double plot_height)
        : data_(data), plot_height_(plot_height) {
        drawing_.width = width;
        drawing_.text_size = 9;
    }

    ChartDrawing draw() {
        drawing_.texts.push_back({drawing_.width / 2, 14, Anchor::middle, data_.title, true});
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
        double all = 0;
        for (const auto& series : data_.series) all += text_width(series.name, size()) + 26;
        double x = (drawing_.width - all) / 2;
        const double y = title_height + 2;
        for (std::size_t s = 0; s < data_.series.size(); ++s) {
            drawing_.bars.push_back({x, y, 10, 8, s, {}});
            drawing_.texts.push_back({x + 13, y + 8, Anchor::start, data_.series[s].name});
            x += text_width(data_.series[s].name, size()) + 26;
        }
    }

    double top() const { return title_height + (data_.series.size() < 2 ? 4 : legend_height); }

    std::string bar_title(std::size_t label, std::size_t series) const {
        return data_.labels[label] + " " + data_.series[series].name + " " +
               std::to_string(data_.series[series].values[label]);
    }

    void horizontal_bars() {
        constexpr double pitch = 17;
        constexpr double thickness = 11;
        double labels = 0;
        for (const std::string& label : data_.labels) {
            labels = std::max(labels, text_width(label, size()));
        }
        labels = std::min(labels, drawing_.width * 0.4);
        std::int64_t most = 1;
        std::vector<std::int64_t> sums(data_.labels.size(), 0);
        for (std::size_t i = 0; i < sums.size(); ++i) {
            for (const auto& series : data_.series)
                sums[i] += std::max<std::int64_t>(0, series.values[i]);
            most = std::max(most, sums[i]);
        }
        const double left = labels + 8;
        const double room = drawing_.width - left - 34;
        const double scale = room / static_cast<double>(most);
        double y = top();
        for (std::size_t i = 0; i < data_.labels.size(); ++i, y += pitch) {
            drawing_.texts.push_back({left - 5, y + thickness - 2, Anchor::end,
                                      shortened(data_.labels[i], labels, size())});
            double x = left;
            for (std::size_t s = 0; s < data_.series.size(); ++s) {
                const double length =
                    static_cast<double>(std::max<std::int64_t>(0, data_.series[s].values[i])) *
                    scale;
                if (length > 0) {
                    drawing_.bars.push_back({x, y, length, thickness, s, bar_title(i, s)});
                }
                x += length;
            }
            drawing_.texts.push_back(
                {x + 4, y + thickness - 2, Anchor::start, std::to_string(sums[i])});
        }
        drawing_.rules.push_back({left, top() - 3, left, y});
        drawing_.height = y + 8;
    }

    void upright() {
        const double left = 40;
        const double right = drawing_.width - 12;
        const double upper = top() + 14;  // room for the number on the highest
        const double bottom = upper + plot_height_;
        std::int64_t most = 1;
        for (const auto& series : data_.series) {
            for (const std::int64_t value : series.values) most = std::max(most, value);
        }
        const std::int64_t step = axis_step(most, 5);
        const std::int64_t end = (most + step - 1) / step * step;
        const auto height_at = [&](std::int64_t value) {
            return bottom - plot_height_ * static_cast<double>(value) / static_cast<double>(end);
        };
        for (std::int64_t value = 0; value <= end; value += step) {
            const double y = height_at(value);
            drawing_.rules.push_back({left, y, right, y});
            drawing_.texts.push_back({left - 4, y + 3, Anchor::end, std::to_string(value)});
        }
        const std::size_t count = std::max<std::size_t>(1, data_.labels.size());
        const double pitch = (right - left) / static_cast<double>(count);
        const auto center = [&](std::size_t i) {
            return left + pitch * (static_cast<double>(i) + 0.5);
        };
        // Labels that would touch are left out evenly.
        double widest = 1;
        for (const std::string& label : data_.labels) {
            widest = std::max(widest, text_width(label, size()) + 6);
        }
        const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(widest / pitch)));
        for (std::size_t i = 0; i < data_.labels.size(); i += every) {
            drawing_.texts.push_back({center(i), bottom + 13, Anchor::middle, data_.labels[i]});
        }
        if (data_.kind == "line") {
            lines(center, height_at);
        } else {
            columns(pitch, center, height_at, bottom);
        }
        drawing_.height = bottom + 20;
    }

    template <typename Center, typename HeightAt>
    void lines(const Center& center, const HeightAt& height_at) {
        std::vector<std::vector<double>> taken(data_.labels.size());  // baselines of numbers
        for (std::size_t s = 0; s < data_.series.size(); ++s) {
            ChartDrawing::Polyline line{{}, s};
            for (std::size_t i = 0; i < data_.labels.size(); ++i) {
                const std::int64_t value = data_.series[s].values[i];
                line.points.emplace_back(center(i), height_at(value));
                drawing_.bars.push_back(
                    {center(i) - 2.5, height_at(value) - 2.5, 5, 5, s, bar_title(i, s)});
                const auto baseline =
                    data_.labels.size() <= 12 ? number_at(i, s, height_at, taken[i]) : std::nullopt;
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
        for (const double baseline : {y - 5, y + 11}) {
            bool free = true;
            for (const double other : taken) free = free && std::abs(other - baseline) >= 9;
            for (std::size_t s = 0; s < data_.series.size(); ++s) {
                const double line = height_at(data_.series[s].values[label]);
                free = free && (s == series || line < baseline - 10 || line > baseline + 3);
            }
            if (free) return baseline;
        }
        return {};
    }

    template <typename Center, typename HeightAt>
    void columns(double pitch, const Center& center, const HeightAt& height_at, double bottom) {
        const auto series_count = static_cast<double>(data_.series.size());
        const double width = std::min(28.0, pitch * 0.7 / series_count);
        for (std::size_t i = 0; i < data_.labels.size(); ++i) {
            for (std::size_t s = 0; s < data_.series.size(); ++s) {
                const std::int64_t value = data_.series[s].values[i];
                const double x = center(i) + (static_cast<double>(s) - series_count / 2) * width;
                if (value > 0) {
                    drawing_.bars.push_back({x, height_at(value), width - 1,
                                             bottom - height_at(value), s, bar_title(i, s)});
                }
                if (width >= 12) {
                    drawing_.texts.push_back({x + width / 2, height_at(value) - 3, Anchor::middle,
                                              std::to_string(value)});
                }
            }
        }
    }

    const ChartData& data_;
    double plot_height_;
    ChartDrawing drawing_;
};

}  // namespace

ChartDrawing draw_chart(const ChartData& data, const std::vector<std::uint32_t>& colors,
                        double width, double plot_height) {
    ChartDrawing drawing = Drawer(data, width, plot_height).draw();
    drawing.colors = colors;
    return drawing;
}

}  // namespace dutylist
