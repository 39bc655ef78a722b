#include "exporters/paged/many_columns.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dutylist::paged {
namespace {

constexpr std::size_t sampled_rows = 256;
constexpr double step = 0.5;         // em
constexpr double furthest_look = 6;  // em: growth that is tried at once

double rounded_up(double width) { return std::ceil(width * 4 - 1e-6) / 4; }

double natural_width(const ManyColumn& column) {
    double widest = 0;
    for (const typeset::CellText& cell : column.cells) widest = std::max(widest, cell.widest());
    return rounded_up(widest);
}

double least_width(const ManyColumn& column, const ManyColumnsStyle& style) {
    const double natural = natural_width(column);
    const double head = std::max(style.least_number, rounded_up(column.head));
    if (column.number || natural <= style.short_text) return std::max(natural, head);
    if (natural <= style.halved_text) {
        return std::max({std::ceil(natural / 2 - 1e-6), style.least_long_text, head});
    }
    return std::max(style.least_long_text, head);
}

class Growth {
public:
    Growth(std::span<const ManyColumn> columns, std::vector<double> widths)
        : columns_(columns), widths_(std::move(widths)) {
        const std::size_t rows = columns.front().cells.size();
        const std::size_t stride = rows <= sampled_rows ? 1 : rows / sampled_rows;
        for (std::size_t row = 0; row < rows; row += stride) rows_.push_back(row);
    }

    std::vector<double> run(double spare) {
        while (spare >= step) {
            double best_gain = 0;
            std::size_t best = 0;
            for (std::size_t c = 0; c < columns_.size(); ++c) {
                const double now = weight(c, widths_[c]);
                for (double more = step; more <= std::min(spare, furthest_look); more += step) {
                    const double gain = (now - weight(c, widths_[c] + more)) / more;
                    if (gain > best_gain + 1e-9) {
                        best_gain = gain;
                        best = c;
                    }
                }
            }
            if (best_gain <= 0) break;
            widths_[best] += step;
            spare -= step;
        }
        fill(spare);
        return std::move(widths_);
    }

private:
    // What is left widens columns to their texts, those first that lack least.
    void fill(double spare) {
        std::vector<std::pair<double, std::size_t>> lacks;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const double lack = natural_width(columns_[c]) - widths_[c];
            if (lack > 0) lacks.emplace_back(lack, c);
        }
        std::sort(lacks.begin(), lacks.end());
        for (const auto& [lack, column] : lacks) {
            const double more = std::min(lack, spare);
            widths_[column] += more;
            spare -= more;
        }
    }

    // Lines cubed: what counts is the highest cell of a row, and columns are looked at one by one.
    double weight(std::size_t column, double width) const {
        double sum = 0;
        for (const std::size_t row : rows_) {
            const double lines = typeset::estimate_lines(columns_[column].cells[row], width);
            sum += lines * lines * lines;
        }
        return sum;
    }

    std::span<const ManyColumn> columns_;
    std::vector<double> widths_;
    std::vector<std::size_t> rows_;
};

double sum_of(const std::vector<double>& widths) {
    return std::accumulate(widths.begin(), widths.end(), 0.0);
}

}  // namespace

std::vector<double> widths_of_many_columns(std::span<const ManyColumn> columns, double available,
                                           const ManyColumnsStyle& style) {
    std::vector<double> widths;
    double numbers = 0;
    for (const ManyColumn& column : columns) {
        widths.push_back(least_width(column, style));
        if (column.number && widths.back() <= style.most_alike) {
            numbers = std::max(numbers, widths.back());
        }
    }
    std::vector<double> alike = widths;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (columns[c].number) alike[c] = std::max(alike[c], numbers);
    }
    if (sum_of(alike) <= available) widths = std::move(alike);
    const double sum = sum_of(widths);
    if (sum > available) {
        for (double& width : widths) width *= available / sum;
        return widths;
    }
    return Growth(columns, std::move(widths)).run(available - sum);
}

}  // namespace dutylist::paged
