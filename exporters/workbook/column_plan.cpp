#include "exporters/workbook/column_plan.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>

#include "exporters/spreadsheet/workbook_writer.h"
#include "exporters/workbook/cell_display.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

using spreadsheet::TextMetrics;

// Widths are chosen from at most so many rows, evenly spread: a list of a county has 100,000.
constexpr std::size_t most_samples = 1'000;
constexpr double widen_step_percent = 4;

std::vector<PlannedColumn> choose_columns(const DutyList& list, const ListTemplate& settings) {
    std::vector<PlannedColumn> columns;
    std::vector<bool> used(list.columns.size());
    const auto add = [&](const ColumnTemplate& column, std::optional<std::size_t> source) {
        if (column.omit) return;
        const std::string printed = source ? list.columns[*source].head : std::string();
        columns.push_back({&column, source, filled(column.head, {{"head", printed}})});
    };
    for (const ColumnTemplate& column : settings.columns) {
        const bool by_head = column.role == CellRole::extra && column.head != "{head}";
        std::optional<std::size_t> source;
        for (std::size_t i = 0; i < list.columns.size() && !source; ++i) {
            const Column& printed = list.columns[i];
            if (used[i] || printed.role != column.role) continue;
            if (by_head && without_white_space(printed.head) != column.head) continue;
            source = i;
            used[i] = true;
        }
        if (source || column.always) add(column, source);
    }
    for (std::size_t i = 0; i < list.columns.size(); ++i) {
        if (!used[i]) add(settings.other_columns, i);
    }
    return columns;
}

// The lines of the sampled cells, measured: columns × samples.
struct Samples {
    std::vector<const Item*> items;
    // Widths in em of the lines of one column's cells, one after the other, and where each cell's
    // begin.
    struct Lines {
        std::vector<float> widths;
        std::vector<std::size_t> begins;

        std::span<const float> of(std::size_t sample) const {
            return {widths.data() + begins[sample], widths.data() + begins[sample + 1]};
        }
    };
    std::vector<Lines> columns;
};

void add_line_widths(std::string_view text, std::vector<float>& widths) {
    while (true) {
        const std::size_t feed = text.find('\n');
        widths.push_back(static_cast<float>(spreadsheet::em_width(text.substr(0, feed))));
        if (feed == std::string_view::npos) return;
        text.remove_prefix(feed + 1);
    }
}

Samples take_samples(const DutyList& list, const std::vector<PlannedColumn>& columns) {
    Samples samples;
    const std::size_t step = list.items.size() / most_samples + 1;
    for (std::size_t i = 0; i < list.items.size(); i += step) {
        samples.items.push_back(&list.items[i]);
    }
    samples.columns.resize(columns.size());
    std::string text;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        Samples::Lines& lines = samples.columns[c];
        for (const Item* item : samples.items) {
            lines.begins.push_back(lines.widths.size());
            if (columns[c].source) {
                show_cell(item->cells[*columns[c].source], text);
            } else {
                text.clear();
            }
            add_line_widths(text, lines.widths);
        }
        lines.begins.push_back(lines.widths.size());
    }
    return samples;
}

// Lines that text of so many em takes on lines of 1 / `limit_inverse` em.
std::uint32_t lines_of(std::span<const float> widths, float limit_inverse) {
    std::uint32_t lines = 0;
    // The fraction begins a line of its own, unless it is rounding.
    for (const float width : widths) {
        lines += 1 + static_cast<std::uint32_t>(width * limit_inverse * 0.9999F);
    }
    return lines;
}

class Widths {
public:
    Widths(std::vector<PlannedColumn>& columns, const Samples& samples, double em_pixels,
           double head_em_pixels)
        : columns_(columns),
          samples_(samples),
          em_pixels_(em_pixels),
          head_em_pixels_(head_em_pixels) {}

    // Columns with a maximum take what their longest line needs. Those that break their lines even
    // at their maximum give some of it to the columns without, as long as rows become lower.
    void choose(double total) {
        flexible_.clear();
        std::vector<std::size_t> cramped;
        std::vector<double> widest(columns_.size());
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            PlannedColumn& column = columns_[c];
            if (!column.settings->maximum) {
                flexible_.push_back(c);
                continue;
            }
            const double needed = natural(c);
            column.pixels = bounded(c, needed);
            widest[c] = column.pixels;
            if (needed > column.pixels && column.pixels > minimum(column)) cramped.push_back(c);
        }
        double best = share(total);
        std::vector<PlannedColumn> chosen = columns_;
        if (cramped.empty() || flexible_.empty()) return;
        constexpr int steps = 4;
        for (int step = 1; step <= steps; ++step) {
            for (const std::size_t c : cramped) {
                const double least = minimum(columns_[c]);
                columns_[c].pixels = static_cast<std::uint32_t>(
                    std::floor(widest[c] - (widest[c] - least) * step / steps));
            }
            const double cost = share(total);
            if (cost >= best) continue;
            best = cost;
            chosen = columns_;
        }
        columns_ = std::move(chosen);
    }

private:
    static double minimum(const PlannedColumn& column) {
        return column.settings->minimum * spreadsheet::pixels_per_digit;
    }

    // Pixels of a column that holds its longest line and its head without a break.
    double natural(std::size_t c) const {
        float longest = 0;
        for (const float line : samples_.columns[c].widths) longest = std::max(longest, line);
        const double needed = std::max(longest * em_pixels_,
                                       spreadsheet::em_width(columns_[c].head) * head_em_pixels_);
        // text_width is linear: undo it.
        const double margin = -spreadsheet::text_width(0);
        return (needed + margin + 0.5) / (spreadsheet::text_width(1) + margin);
    }

    std::uint32_t bounded(std::size_t c, double pixels) const {
        const ColumnTemplate& settings = *columns_[c].settings;
        const double most = settings.maximum ? std::max(*settings.maximum, settings.minimum) *
                                                   spreadsheet::pixels_per_digit
                                             : std::numeric_limits<double>::max();
        return static_cast<std::uint32_t>(
            std::clamp(std::ceil(pixels), minimum(columns_[c]), most));
    }

    float limit_inverse(double pixels) const {
        // A line ends on average half a character early.
        const double limit = std::max(spreadsheet::text_width(pixels) / em_pixels_ - 0.5, 1.0);
        return static_cast<float>(1 / limit);
    }

    // Shares what the columns with a maximum leave among the others; returns what the rows cost.
    double share(double total) {
        lines_.assign(samples_.items.size(), 1);
        double left = total;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            if (!columns_[c].settings->maximum) continue;
            left -= columns_[c].pixels;
            raise_lines(c, columns_[c].pixels);
        }
        if (flexible_.size() == 2) return split_in_two(left);
        split_in_proportion(left);
        for (const std::size_t c : flexible_) raise_lines(c, columns_[c].pixels);
        double cost = 0;
        for (const std::uint32_t lines : lines_) cost += cost_of(lines);
        return cost;
    }

    void raise_lines(std::size_t c, double pixels) {
        const float inverse = limit_inverse(pixels);
        for (std::size_t s = 0; s < lines_.size(); ++s) {
            lines_[s] = std::max(lines_[s], lines_of(samples_.columns[c].of(s), inverse));
        }
    }

    // Very high rows are worse than their height tells: they may have to be split.
    static double cost_of(double lines) { return lines + lines * lines / 40; }

    double split_in_two(double left) {
        const std::size_t a = flexible_[0];
        const std::size_t b = flexible_[1];
        const double least = minimum(columns_[a]);
        const double most = std::max(left - minimum(columns_[b]), least);
        double best = std::numeric_limits<double>::max();
        constexpr int steps = 16;
        for (int i = 0; i <= steps; ++i) {
            const double first = least + (most - least) * i / steps;
            const float inverse_a = limit_inverse(first);
            const float inverse_b = limit_inverse(left - first);
            double sum = 0;
            for (std::size_t s = 0; s < lines_.size() && sum < best; ++s) {
                sum += cost_of(std::max({lines_[s], lines_of(samples_.columns[a].of(s), inverse_a),
                                         lines_of(samples_.columns[b].of(s), inverse_b)}));
            }
            if (sum < best) {
                best = sum;
                columns_[a].pixels = bounded(a, std::floor(first));
            }
        }
        columns_[b].pixels = bounded(b, std::floor(left - columns_[a].pixels));
        return best;
    }

    void split_in_proportion(double left) {
        std::vector<double> weights;
        for (const std::size_t c : flexible_) {
            const std::vector<float>& widths = samples_.columns[c].widths;
            weights.push_back(std::sqrt(std::accumulate(widths.begin(), widths.end(), 1.0)));
        }
        const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
        for (std::size_t i = 0; i < flexible_.size(); ++i) {
            columns_[flexible_[i]].pixels =
                bounded(flexible_[i], std::floor(left * weights[i] / all));
        }
    }

    std::vector<PlannedColumn>& columns_;
    const Samples& samples_;
    double em_pixels_;
    double head_em_pixels_;
    std::vector<std::size_t> flexible_;
    std::vector<std::uint32_t> lines_;  // by sample, of the columns whose width is settled
};

// How many of the sampled rows would be higher than a row may be.
std::size_t rows_too_high(const ColumnPlan& plan, const Samples& samples,
                          const TextMetrics& metrics, double em_pixels) {
    const auto most = static_cast<double>(metrics.lines_in(spreadsheet::maximum_row_height));
    std::size_t count = 0;
    std::string text;
    for (std::size_t s = 0; s < samples.items.size(); ++s) {
        for (std::size_t c = 0; c < plan.columns.size(); ++c) {
            const double pixels = plan.columns[c].pixels;
            const double width = spreadsheet::text_width(pixels);
            // Cells that are nowhere near the limit need no exact answer.
            double estimate = 0;
            for (const float line : samples.columns[c].of(s)) {
                estimate += std::ceil(line * em_pixels * 1.3 / std::max(width, em_pixels)) + 1;
            }
            if (estimate <= most || !plan.columns[c].source) continue;
            show_cell(samples.items[s]->cells[*plan.columns[c].source], text);
            if (metrics.height(text, pixels) > spreadsheet::maximum_row_height) {
                ++count;
                break;
            }
        }
    }
    return count;
}

}  // namespace

std::uint32_t ColumnPlan::total_pixels() const {
    return std::accumulate(
        columns.begin(), columns.end(), std::uint32_t{0},
        [](std::uint32_t sum, const PlannedColumn& column) { return sum + column.pixels; });
}

std::optional<std::size_t> ColumnPlan::column(CellRole role) const {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].settings->role == role && columns[i].source) {
            return i;
        }
    }
    return std::nullopt;
}

ColumnPlan plan_columns(const DutyList& list, const ListTemplate& settings, const RowRules& rows,
                        const WorkbookStyles& styles, double page_pixels) {
    ColumnPlan plan;
    plan.columns = choose_columns(list, settings);
    const Samples samples = take_samples(list, plan.columns);
    const TextMetrics metrics(styles.body.size, rows.line_heights);
    const double em_pixels = metrics.width("字");
    Widths widths(plan.columns, samples, em_pixels,
                  TextMetrics(styles.head.size, rows.line_heights).width("字"));
    widths.choose(page_pixels);
    std::size_t fewest = rows_too_high(plan, samples, metrics, em_pixels);
    if (fewest == 0) return plan;

    ColumnPlan best = plan;
    for (double percent = widen_step_percent; percent <= rows.widen_percent && fewest > 0;
         percent += widen_step_percent) {
        widths.choose(page_pixels * (1 + percent / 100));
        const std::size_t count = rows_too_high(plan, samples, metrics, em_pixels);
        if (count >= fewest) continue;
        fewest = count;
        best = plan;
        best.widened_percent = percent;
    }
    return best;
}

}  // namespace dutylist
