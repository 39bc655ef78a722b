#include "importers/markdown/grid_table.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/limits.h"
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

// Where a line has a character at a boundary of the table: its byte offset and character column.
struct Cut {
    std::size_t boundary = 0;
    std::size_t offset = 0;
    std::uint32_t column = 0;
};

// The cuts of one line, in order; a short line has few, however wide the table is.
class Cuts {
public:
    Cuts(std::string_view text, const std::vector<int>& boundaries) {
        const bool wide = line_width(text, true) == boundaries.back() + 1;
        int width = 0;
        std::uint32_t column = 1;
        std::size_t next = 0;
        std::size_t offset = 0;
        for (const Decoded& d : Characters(text)) {
            while (next < boundaries.size() && boundaries[next] < width) ++next;
            const bool here = next < boundaries.size() && boundaries[next] == width;
            if (here && !cuts_.empty() && cuts_.back().boundary == next) cuts_.pop_back();
            if (here) cuts_.push_back({next, offset, column});
            width += width_of(d.character, wide);
            offset += d.bytes;
            ++column;
        }
    }

    auto begin() const { return cuts_.begin(); }
    auto end() const { return cuts_.end(); }
    const Cut* at(std::size_t boundary) const {
        const auto cut =
            std::lower_bound(cuts_.begin(), cuts_.end(), boundary,
                             [](const Cut& c, std::size_t wanted) { return c.boundary < wanted; });
        return cut != cuts_.end() && cut->boundary == boundary ? &*cut : nullptr;
    }

private:
    std::vector<Cut> cuts_;
};

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

    std::size_t columns() const { return boundaries_.empty() ? 0 : boundaries_.size() - 1; }

    std::vector<GridRow> read() {
        if (boundaries_.size() < 2) return {};
        open_.resize(boundaries_.size() - 1);
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const MarkdownLine& line = lines_[i];
            const bool separator = line.text.find("+-") != std::string_view::npos ||
                                   line.text.find("+=") != std::string_view::npos ||
                                   line.text.find("-+") != std::string_view::npos;
            const Cuts cuts(line.text, boundaries_);
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
    static std::string_view segment(std::string_view text, const Cut* begin, const Cut* end) {
        if (begin == nullptr || end == nullptr) return {};
        return text.substr(begin->offset + 1, end->offset - begin->offset - 1);
    }
    static bool is_rule(std::string_view piece) {
        return !piece.empty() && piece.find_first_not_of("-=:+") == std::string_view::npos;
    }
    static bool is_separator(std::string_view text, const Cuts& cuts) {
        return std::any_of(cuts.begin(), cuts.end(), [&](const Cut& cut) {
            return is_rule(segment(text, &cut, cuts.at(cut.boundary + 1)));
        });
    }

    void separate(const MarkdownLine& line, const Cuts& cuts, bool more) {
        if (line.text.find('=') != std::string_view::npos) {
            for (; headers_ < rows_.size(); ++headers_) rows_[headers_].header = true;
        }
        const std::size_t row = rows_.size();
        if (more) rows_.emplace_back();
        for (std::size_t c = 0; c < open_.size(); ++c) {
            std::optional<OpenCell>& cell = open_[c];
            if (!cell) continue;
            const Cut* const begin = cuts.at(c);
            const std::string_view piece = segment(line.text, begin, cuts.at(c + 1));
            if (is_rule(piece)) {
                cell.reset();
                continue;
            }
            // The cell reaches over this line; what the line holds of it is text.
            GridCell& open = rows_[cell->row].cells[cell->index];
            if (more && cell->column == c) ++open.rows;
            if (!piece.empty()) open.lines.push_back({piece, {line.number, begin->column + 1}});
        }
        current_ = row;
        row_begun_ = false;
    }

    void content(const MarkdownLine& line, const Cuts& cuts) {
        if (rows_.empty()) return;
        if (!row_begun_) begin_row(line, cuts);
        std::size_t bar = 0;  // the next |, where the end of a cell is not known
        for (const Cut& cut : cuts) {
            if (cut.boundary >= open_.size()) break;
            const std::optional<OpenCell>& cell = open_[cut.boundary];
            if (!cell || cell->column != cut.boundary) continue;
            const Cut* const after = cuts.at(cut.boundary + cell->columns);
            const bool passed = bar <= cut.offset;
            if (after == nullptr && passed)
                bar = std::min(line.text.find('|', cut.offset + 1), line.text.size());
            const std::size_t end = after != nullptr ? after->offset : bar;
            rows_[cell->row].cells[cell->index].lines.push_back(
                {line.text.substr(cut.offset + 1, end - cut.offset - 1),
                 {line.number, cut.column + 1}});
        }
    }

    // The first line of a row shows where its cells part.
    void begin_row(const MarkdownLine& line, const Cuts& cuts) {
        row_begun_ = true;
        for (std::size_t c = 0; c < open_.size();) {
            if (open_[c]) {
                c += open_[c]->columns;
                continue;
            }
            std::size_t columns = 1;
            while (c + columns < open_.size()) {
                const Cut* const cut = cuts.at(c + columns);
                const bool parted = cut != nullptr && is_border(line.text[cut->offset]);
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
    std::size_t headers_ = 0;  // rows above a line of =
    std::size_t current_ = 0;
    bool row_begun_ = false;
};

}  // namespace

std::vector<GridRow> read_grid_table(std::span<const MarkdownLine> lines, const std::string& file) {
    GridReader reader(lines);
    if (reader.columns() > default_limits.table_columns) {
        throw JobError(Code::format_too_many_columns, {file, {}, lines.front().number, 0},
                       {file, std::to_string(default_limits.table_columns)});
    }
    std::vector<GridRow> rows = reader.read();
    std::erase_if(rows, [](const GridRow& row) { return row.cells.empty(); });
    return rows;
}

}  // namespace dutylist
