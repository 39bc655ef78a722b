#include "exporters/typeset/table_pages.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace dutylist::typeset {
namespace {

constexpr double lost_line = 1.0;       // a line's height left empty
constexpr double cut_block = 0.7;       // a block continued on the next page
constexpr double whole_row_kept = 1.5;  // what splitting a row at all costs

struct Split {
    std::vector<std::uint32_t> ends;
    std::uint32_t lines = 0;  // of the tallest cell on this side
    double cost = 0;
};

bool ends_with_heading(const CellShape& cell, std::uint32_t end) {
    return end != 0 && std::binary_search(cell.headings.begin(), cell.headings.end(), end - 1);
}

class Splitter {
public:
    Splitter(std::span<const RowShape> rows, const TableMeasures& measures)
        : rows_(rows), measures_(measures) {}

    std::vector<TablePage> run() {
        pages_.emplace_back();
        for (std::uint32_t row = 0; row < rows_.size(); ++row) place(row);
        return std::move(pages_);
    }

private:
    double room() const {
        const double height = pages_.size() == 1 ? measures_.first_page : measures_.other_pages;
        return height - pages_.back().used;
    }

    std::uint32_t lines_that_fit(double height) const {
        const double lines = std::floor((height - measures_.padding) / measures_.leading + 1e-6);
        return lines <= 0 ? 0 : static_cast<std::uint32_t>(lines);
    }

    void place(std::uint32_t row);
    bool stands_alone(std::uint32_t row) const;
    void add(std::uint32_t row, const std::vector<std::uint32_t>& begins,
             const std::vector<std::uint32_t>& ends, bool last);
    std::optional<Split> best_split(const RowShape& row, const std::vector<std::uint32_t>& begins,
                                    std::uint32_t fitting) const;
    std::optional<Split> split_at(const RowShape& row, const std::vector<std::uint32_t>& begins,
                                  std::uint32_t height) const;

    std::span<const RowShape> rows_;
    const TableMeasures& measures_;
    std::vector<TablePage> pages_;
};

void Splitter::add(std::uint32_t row, const std::vector<std::uint32_t>& begins,
                   const std::vector<std::uint32_t>& ends, bool last) {
    RowPart part;
    part.row = row;
    part.last = last;
    std::uint32_t tallest = 1;
    for (std::size_t c = 0; c < begins.size(); ++c) {
        part.cells.push_back({begins[c], ends[c]});
        part.first = part.first && begins[c] == 0;
        tallest = std::max(tallest, ends[c] - begins[c]);
    }
    part.height = measures_.padding + tallest * measures_.leading;
    pages_.back().used += part.height;
    pages_.back().parts.push_back(std::move(part));
}

// Where each cell ends if this side has `height` lines: as late as it may, or up to two lines
// earlier at the end of a block. Nothing if some cell can be cut nowhere.
std::optional<Split> Splitter::split_at(const RowShape& row,
                                        const std::vector<std::uint32_t>& begins,
                                        std::uint32_t height) const {
    Split split;
    const std::uint32_t least = measures_.least_lines;
    std::uint32_t tallest_rest = 0;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
        const CellShape& cell = row.cells[c];
        const std::uint32_t left = cell.lines - begins[c];
        if (left > height) tallest_rest = std::max(tallest_rest, left - height);
    }
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
        const CellShape& cell = row.cells[c];
        const std::uint32_t begin = begins[c];
        const std::uint32_t left = cell.lines - begin;
        if (left <= height) {
            split.ends.push_back(cell.lines);
            split.lines = std::max(split.lines, left);
            continue;
        }
        std::uint32_t end = begin + height;
        if (cell.lines - end < least) end = cell.lines >= least ? cell.lines - least : 0;
        while (end > begin && ends_with_heading(cell, end)) --end;
        if (end < begin + least) return std::nullopt;
        double cost = cut_block;
        const std::uint32_t first = std::max(begin + least, end - std::min(end, 2U));
        for (auto at = std::lower_bound(cell.block_starts.begin(), cell.block_starts.end(), first);
             at != cell.block_starts.end() && *at <= end; ++at) {
            const std::uint32_t start = *at;
            // Lines moved over must not make the rest taller than it has to be.
            if (start < end && cell.lines - start > tallest_rest + 1) continue;
            if (ends_with_heading(cell, start)) continue;
            cost = 0;
            end = start;
            if (start == begin + height) break;
        }
        split.ends.push_back(end);
        split.lines = std::max(split.lines, end - begin);
        split.cost += cost;
    }
    return split;
}

std::optional<Split> Splitter::best_split(const RowShape& row,
                                          const std::vector<std::uint32_t>& begins,
                                          std::uint32_t fitting) const {
    std::optional<Split> best;
    const std::uint32_t least = measures_.least_lines;
    for (std::uint32_t lost = 0; lost <= 2 && fitting >= least + lost; ++lost) {
        auto split = split_at(row, begins, fitting - lost);
        if (!split) continue;
        split->cost += (fitting - split->lines) * lost_line;
        if (!best || split->cost < best->cost) best = std::move(split);
    }
    return best;
}

// A heading row at the foot of a page, without room for the beginning of the row after it.
bool Splitter::stands_alone(std::uint32_t row) const {
    if (!rows_[row].heading || row + 1 >= rows_.size() || pages_.back().parts.empty()) {
        return false;
    }
    const std::uint32_t next = std::min(rows_[row + 1].tallest(), measures_.least_lines);
    const std::uint32_t lines = rows_[row].tallest() + next;
    return room() < 2 * measures_.padding + lines * measures_.leading - 1e-6;
}

void Splitter::place(std::uint32_t row) {
    const RowShape& shape = rows_[row];
    if (stands_alone(row)) pages_.emplace_back();
    std::vector<std::uint32_t> begins(shape.cells.size(), 0);
    std::vector<std::uint32_t> all;
    for (const CellShape& cell : shape.cells) all.push_back(cell.lines);
    for (;;) {
        std::uint32_t left = 1;
        for (std::size_t c = 0; c < all.size(); ++c) left = std::max(left, all[c] - begins[c]);
        const std::uint32_t fitting = lines_that_fit(room());
        if (left <= fitting) return add(row, begins, all, true);
        const bool fresh = pages_.back().parts.empty();
        std::optional<Split> split = best_split(shape, begins, fitting);
        // A short row that fits the next page whole is not cut, nor any for a line or two.
        const bool small = fitting < whole_row_kept * measures_.least_lines ||
                           shape.tallest() <= measures_.whole_lines;
        const bool kept_whole = small && left <= lines_that_fit(measures_.other_pages);
        if (split && (fresh || !kept_whole)) {
            add(row, begins, split->ends, false);
            begins = split->ends;
        } else if (fresh) {
            // Nothing legal fits an empty page: take what goes on, least lines at a time.
            std::vector<std::uint32_t> ends;
            const std::uint32_t step = std::max(1U, fitting);
            for (std::size_t c = 0; c < all.size(); ++c) {
                ends.push_back(std::min(all[c], begins[c] + step));
            }
            const bool done = ends == all;
            add(row, begins, ends, done);
            if (done) return;
            begins = std::move(ends);
        }
        pages_.emplace_back();
    }
}

}  // namespace

std::uint32_t RowShape::tallest() const {
    std::uint32_t lines = 1;
    for (const CellShape& cell : cells) lines = std::max(lines, cell.lines);
    return lines;
}

std::vector<TablePage> split_table(std::span<const RowShape> rows, const TableMeasures& measures) {
    return Splitter(rows, measures).run();
}

}  // namespace dutylist::typeset
