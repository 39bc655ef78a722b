#include "exporters/typeset/column_widths.h"

#include <algorithm>
#include <limits>

#include "exporters/typeset/name_breaks.h"

namespace dutylist::typeset {
namespace {

constexpr std::size_t sampled_rows = 256;   // longer tables are judged by rows spread evenly
constexpr std::size_t most_trials = 40000;  // beyond that the steps get coarser
constexpr double narrow = 14;               // em: below it a line easily gets loose
constexpr double loose_line = 3;            // what one costs, in lines
constexpr double torn_line = 0.5;           // and one that tears a name

struct Column {
    std::vector<double> widths;                     // candidates, ascending
    std::vector<std::vector<std::uint16_t>> lines;  // by candidate, by sampled row
    std::vector<double> cost;  // by candidate: of loose lines and torn names, in lines
};

// The lines of a cell; in a narrow column they are broken to be counted, and what lines cost that
// are set too loose or tear a name is added to `cost`.
std::uint16_t count_lines(const CellText& cell, double width, const ColumnBounds& bounds,
                          const LineRules& rules, double& cost) {
    if (bounds.alignment == Alignment::justify && width >= narrow) {
        return static_cast<std::uint16_t>(std::min(estimate_lines(cell, width), 0xFFFFU));
    }
    const CellLines lines = break_cell(cell, width, bounds.alignment, rules);
    for (const CellLine& line : lines) {
        if (line.line.change > line.line.natural * rules.loosest) cost += loose_line;
        const std::vector<float>& tear = cell.parts[line.part].paragraph.tear;
        const bool in_name = !tear.empty() && cell.parts[line.part].paragraph.holds_names;
        if (in_name && !line.line.last && tear[line.line.next] >= torn_name_cost) cost += torn_line;
    }
    return static_cast<std::uint16_t>(std::min<std::size_t>(lines.size(), 0xFFFF));
}

class Search {
public:
    Search(std::span<const std::vector<CellText>> cells, std::span<const ColumnBounds> bounds,
           double available, const LineRules& rules)
        : cells_(cells), bounds_(bounds), available_(available), rules_(rules) {
        const std::size_t rows = cells.empty() ? 0 : cells.front().size();
        const std::size_t step = rows <= sampled_rows ? 1 : rows / sampled_rows;
        for (std::size_t row = 0; row < rows; row += step) rows_.push_back(row);
    }

    std::vector<double> run() {
        double least = 0;
        for (const ColumnBounds& bound : bounds_) least += bound.least;
        if (least > available_ + 1e-6) return {};
        slack_ = available_ - least;
        double step = 0.5;
        while (trials(step) > most_trials) step *= 2;
        for (std::size_t c = 0; c < bounds_.size(); ++c) columns_.push_back(measure(c, step));
        chosen_.assign(bounds_.size(), 0);
        tallest_.assign(bounds_.size() + 1, std::vector<std::uint16_t>(rows_.size(), 1));
        descend(0, available_, 0);
        return best_;
    }

private:
    double reach(std::size_t c) const {
        return std::max(bounds_[c].least, std::min(bounds_[c].most, bounds_[c].least + slack_));
    }

    std::size_t trials(double step) const {
        std::size_t product = 1;
        for (std::size_t c = 0; c + 1 < bounds_.size(); ++c) {
            product *= 1 + static_cast<std::size_t>((reach(c) - bounds_[c].least) / step);
            if (product > most_trials * 1000) break;
        }
        return product;
    }

    Column measure(std::size_t c, double step) const {
        Column column;
        for (double width = bounds_[c].least; width <= reach(c) + 1e-6; width += step) {
            column.widths.push_back(width);
            auto& lines = column.lines.emplace_back();
            lines.reserve(rows_.size());
            double cost = 0;
            for (std::size_t row : rows_) {
                lines.push_back(count_lines(cells_[c][row], width, bounds_[c], rules_, cost));
            }
            column.cost.push_back(cost);
            // A column that shows every cell on one line needs to be no wider.
            if (std::all_of(lines.begin(), lines.end(), [](auto n) { return n <= 1; }) &&
                c + 1 < bounds_.size()) {
                break;
            }
        }
        return column;
    }

    void descend(std::size_t c, double rest, double cost) {
        double others = 0;
        for (std::size_t k = c + 1; k < bounds_.size(); ++k) others += bounds_[k].least;
        const Column& column = columns_[c];
        const bool last = c + 1 == bounds_.size();
        // The last column takes what is left, as far as it may.
        std::size_t first = 0;
        if (last) {
            while (first + 1 < column.widths.size() && column.widths[first + 1] <= rest + 1e-6) {
                ++first;
            }
        }
        for (std::size_t w = first; w < column.widths.size(); ++w) {
            if (column.widths[w] > rest - others + 1e-6) break;
            chosen_[c] = w;
            const double now = cost + column.cost[w];
            const auto& above = tallest_[c];
            auto& here = tallest_[c + 1];
            const auto& lines = column.lines[w];
            std::uint64_t sum = 0;
            for (std::size_t r = 0; r < lines.size(); ++r) {
                here[r] = std::max(above[r], lines[r]);
                sum += here[r];
            }
            const double total = now + static_cast<double>(sum);
            if (total >= best_cost_) continue;  // more columns only add lines
            if (last) {
                best_cost_ = total;
                best_.clear();
                for (std::size_t k = 0; k < columns_.size(); ++k) {
                    best_.push_back(columns_[k].widths[chosen_[k]]);
                }
            } else {
                descend(c + 1, rest - column.widths[w], now);
            }
        }
    }

    std::span<const std::vector<CellText>> cells_;
    std::span<const ColumnBounds> bounds_;
    double available_;
    const LineRules& rules_;
    double slack_ = 0;
    std::vector<std::size_t> rows_;
    std::vector<Column> columns_;
    std::vector<std::size_t> chosen_;
    std::vector<std::vector<std::uint16_t>> tallest_;
    std::vector<double> best_;
    double best_cost_ = std::numeric_limits<double>::infinity();
};

}  // namespace

std::vector<double> find_column_widths(std::span<const std::vector<CellText>> columns,
                                       std::span<const ColumnBounds> bounds, double available,
                                       const LineRules& rules) {
    std::vector<double> widths = Search(columns, bounds, available, rules).run();
    // What the search left goes to columns that may still grow, the last first.
    double sum = 0;
    for (double width : widths) sum += width;
    for (std::size_t c = widths.size(); c-- > 0 && sum + 0.5 <= available;) {
        while (sum + 0.5 <= available + 1e-6 && widths[c] + 0.5 <= bounds[c].most + 1e-6) {
            widths[c] += 0.5;
            sum += 0.5;
        }
    }
    return widths;
}

}  // namespace dutylist::typeset
