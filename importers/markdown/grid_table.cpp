#include "importers/markdown/grid_table.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "pipeline/text/character_class.h"
#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

// Some programs pad “ ” … — · as one column and some as two.
int width_of(char32_t c, bool wide_quotes) {
    if (!wide_quotes && c < 0x2E80) return 1;
    return display_width(c);
}

int line_width(std::string_view text, bool wide_quotes) {
    int width = 0;
    for (const Decoded& d : Characters(text)) width += width_of(d.character, wide_quotes);
    return width;
}

// A line cut at display columns: byte offset and character column of each boundary.
struct Cut {
    std::size_t offset = std::string_view::npos;
    std::uint32_t column = 0;
};

std::vector<Cut> cuts_at(std::string_view text, const std::vector<int>& boundaries) {
    const bool wide = line_width(text, true) == boundaries.back() + 1;
    std::vector<Cut> cuts(boundaries.size());
    int width = 0;
    std::uint32_t column = 1;
    std::size_t next = 0;
    std::size_t offset = 0;
    for (const Decoded& d : Characters(text)) {
        while (next < boundaries.size() && boundaries[next] < width) ++next;
        if (next < boundaries.size() && boundaries[next] == width) cuts[next] = {offset, column};
        width += width_of(d.character, wide);
        offset += d.bytes;
        ++column;
    }
    return cuts;
}

bool is_border(char c) { return c == '|' || c == '+'; }

struct OpenCell {
    std::size_t row = 0;
    std::size_t index = 0;  // in the row
    std::size_t column = 0;
    std::size_t columns = 1;
};

class GridReader {
public:
    explicit GridReader(std::span<const MarkdownLine> lines) : lines_(lines) {
        std::set<int> columns;
        for (const MarkdownLine& line : lines) {
            if (!line.text.starts_with('+')) continue;
            int width = 0;
            for (const Decoded& d : Characters(line.text)) {
                if (d.character == U'+') columns.insert(width);
                width += width_of(d.character, false);
            }
        }
        boundaries_.assign(columns.begin(), columns.end());
    }

    std::vector<GridRow> read() {
        if (boundaries_.size() < 2) return {};
        open_.resize(boundaries_.size() - 1);
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const MarkdownLine& line = lines_[i];
            const bool separator = line.text.find("+-") != std::string_view::npos ||
                                   line.text.find("+=") != std::string_view::npos ||
                                   line.text.find("-+") != std::string_view::npos;
            const std::vector<Cut> cuts = cuts_at(line.text, boundaries_);
            const bool between = separator && is_separator(line.text, cuts);
            if (between) {
                separate(line, cuts, i + 1 < lines_.size());
            } else {
                content(line, cuts);
            }
        }
        return std::move(rows_);
    }

private:
    std::string_view segment(std::string_view text, const std::vector<Cut>& cuts,
                             std::size_t column) const {
        const std::size_t begin = cuts[column].offset;
        const std::size_t end = cuts[column + 1].offset;
        if (begin == std::string_view::npos || end == std::string_view::npos) return {};
        return text.substr(begin + 1, end - begin - 1);
    }
    static bool is_rule(std::string_view piece) {
        return !piece.empty() && piece.find_first_not_of("-=:+") == std::string_view::npos;
    }
    bool is_separator(std::string_view text, const std::vector<Cut>& cuts) const {
        for (std::size_t c = 0; c < open_.size(); ++c) {
            if (is_rule(segment(text, cuts, c))) return true;
        }
        return false;
    }

    void separate(const MarkdownLine& line, const std::vector<Cut>& cuts, bool more) {
        if (line.text.find('=') != std::string_view::npos) {
            for (GridRow& row : rows_) row.header = true;
        }
        const std::size_t row = rows_.size();
        if (more) rows_.emplace_back();
        for (std::size_t c = 0; c < open_.size(); ++c) {
            std::optional<OpenCell>& cell = open_[c];
            if (cell && !is_rule(segment(line.text, cuts, c))) {
                // The cell reaches over this line; what the line holds of it is text.
                GridCell& open = rows_[cell->row].cells[cell->index];
                if (more && cell->column == c) ++open.rows;
                const std::string_view piece = segment(line.text, cuts, c);
                if (!piece.empty()) {
                    open.lines.push_back({piece, {line.number, cuts[c].column + 1}});
                }
                continue;
            }
            cell.reset();
        }
        current_ = row;
        row_begun_ = false;
    }

    void content(const MarkdownLine& line, const std::vector<Cut>& cuts) {
        if (rows_.empty()) return;
        if (!row_begun_) begin_row(line, cuts);
        for (std::size_t c = 0; c < open_.size(); ++c) {
            const std::optional<OpenCell>& cell = open_[c];
            if (!cell || cell->column != c) continue;
            const std::size_t end_column = c + cell->columns;
            const std::size_t begin = cuts[c].offset;
            std::size_t end = cuts[end_column].offset;
            if (begin == std::string_view::npos) continue;
            if (end == std::string_view::npos) end = line.text.find('|', begin + 1);
            end = std::min(end, line.text.size());
            rows_[cell->row].cells[cell->index].lines.push_back(
                {line.text.substr(begin + 1, end - begin - 1), {line.number, cuts[c].column + 1}});
        }
    }

    // The first line of a row shows where its cells part.
    void begin_row(const MarkdownLine& line, const std::vector<Cut>& cuts) {
        row_begun_ = true;
        for (std::size_t c = 0; c < open_.size();) {
            if (open_[c]) {
                c += open_[c]->columns;
                continue;
            }
            std::size_t columns = 1;
            while (c + columns < open_.size()) {
                const std::size_t at = cuts[c + columns].offset;
                const bool parted = at != std::string_view::npos && is_border(line.text[at]);
                if (parted || open_[c + columns]) break;
                ++columns;
            }
            rows_[current_].cells.emplace_back();
            rows_[current_].cells.back().columns = static_cast<std::uint32_t>(columns);
            for (std::size_t i = 0; i < columns; ++i) {
                open_[c + i] = OpenCell{current_, rows_[current_].cells.size() - 1, c, columns};
            }
            c += columns;
        }
    }

    std::span<const MarkdownLine> lines_;
    std::vector<int> boundaries_;
    std::vector<std::optional<OpenCell>> open_;  // by column
    std::vector<GridRow> rows_;
    std::size_t current_ = 0;
    bool row_begun_ = false;
};

}  // namespace

std::vector<GridRow> read_grid_table(std::span<const MarkdownLine> lines) {
    std::vector<GridRow> rows = GridReader(lines).read();
    std::erase_if(rows, [](const GridRow& row) { return row.cells.empty(); });
    return rows;
}

}  // namespace dutylist
