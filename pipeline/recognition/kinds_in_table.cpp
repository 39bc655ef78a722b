#include "pipeline/recognition/kinds_in_table.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "pipeline/analysis/item_number.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/recognition/list_builder.h"
#include "pipeline/recognition/list_checks.h"
#include "pipeline/recognition/list_kind.h"
#include "pipeline/recognition/page_furniture.h"
#include "pipeline/recognition/table_header.h"

namespace dutylist {
namespace {

constexpr std::size_t most_rows_above_heads = 12;
// A column that begins with so many other values is none of kinds.
constexpr std::size_t most_other_values = 2000;
// Each part has a copy of the heads.
constexpr std::ptrdiff_t most_parts = 100;

struct Heads {
    std::size_t at = 0;
    TableHeader header;
    std::size_t end() const { return at + header.rows; }
};

std::optional<Heads> find_heads(std::span<const DraftRow> rows, const ColumnSynonyms& synonyms) {
    const std::size_t last = std::min(rows.size(), most_rows_above_heads);
    for (std::size_t at = 0; at < last; ++at) {
        if (auto header = header_at(rows.subspan(at), synonyms))
            return Heads{at, std::move(*header)};
    }
    return {};
}

const std::string& text_at(const DraftRow& row, std::size_t column) {
    static const std::string none;
    return column < row.cells.size() ? row.cells[column].content.text : none;
}

std::vector<DraftRow> copied(std::span<const DraftRow> rows) { return {rows.begin(), rows.end()}; }

// The column whose values are kinds: at least half of them, or of two kinds. A word that is none is
// told with its row.
std::optional<std::size_t> find_kind_column(const DraftTable& table, const Heads& heads,
                                            const ColumnSynonyms& synonyms) {
    struct Candidate {
        std::size_t column = 0;
        std::size_t values = 0;
        std::size_t kinds = 0;
        std::set<ListKind> different{};
        std::string last{};
        std::optional<ListKind> kind_of_last{};
    };
    std::vector<Candidate> candidates;  // from left to right
    for (std::size_t i = 0; i < heads.header.columns.size(); ++i) {
        const CellRole role = heads.header.columns[i].role;
        if (role == CellRole::category || role == CellRole::extra) candidates.push_back({i});
    }
    for (const DraftRow& row : std::span(table.rows).subspan(heads.end())) {
        if (candidates.empty()) return {};
        if (only_text(row) != nullptr) continue;
        for (Candidate& candidate : candidates) {
            const std::string& text = text_at(row, candidate.column);
            if (text.empty()) continue;
            if (text != candidate.last) {
                candidate.last = text;
                candidate.kind_of_last = synonyms.kind_of_value(text);
            }
            ++candidate.values;
            if (!candidate.kind_of_last) continue;
            ++candidate.kinds;
            candidate.different.insert(*candidate.kind_of_last);
        }
        std::erase_if(candidates, [](const Candidate& candidate) {
            return candidate.kinds == 0 && candidate.values == most_other_values;
        });
    }
    const auto found =
        std::find_if(candidates.begin(), candidates.end(), [](const Candidate& candidate) {
            return candidate.different.size() > 1 ||
                   (candidate.kinds > 0 && 2 * candidate.kinds >= candidate.values);
        });
    if (found == candidates.end()) return {};
    return found->column;
}

// The parts of one table, in the order in which their kinds are first met.
class Parts {
public:
    Parts(const DraftTable& whole, const Heads& heads)
        : heads_(heads),
          head_rows_(copied(std::span(whole.rows).subspan(heads.at, heads.header.rows))),
          caption_(whole.caption),
          grid_(whole.grid) {}

    DraftTable& of(ListKind kind) {
        auto found = std::find_if(parts_.begin(), parts_.end(),
                                  [&](const auto& part) { return part.first == kind; });
        if (found == parts_.end()) {
            DraftTable table;
            table.caption = caption_;
            table.kind = kind;
            table.grid = grid_;
            table.rows = head_rows_;
            parts_.emplace_back(kind, std::move(table));
            found = parts_.end() - 1;
        }
        return found->second;
    }

    // `above`: the rows above the heads.
    std::vector<DraftTable> take(std::span<DraftRow> above) {
        const auto begins_with_one = [&](const auto& part) {
            return part.second.rows.size() <= head_rows_.size() ||
                   first_number(part.second.rows[head_rows_.size()]) == 1U;
        };
        const bool run_on = !std::all_of(parts_.begin(), parts_.end(), begins_with_one);
        std::vector<DraftTable> tables;
        for (auto& [kind, table] : parts_) {
            table.numbers_run_on = run_on;
            tables.push_back(std::move(table));
        }
        if (!tables.empty()) {
            std::vector<DraftRow>& rows = tables.front().rows;
            rows.insert(rows.begin(), std::make_move_iterator(above.begin()),
                        std::make_move_iterator(above.end()));
        }
        return tables;
    }

private:
    std::uint32_t first_number(const DraftRow& row) const {
        for (std::size_t i = 0; i < heads_.header.columns.size(); ++i) {
            if (heads_.header.columns[i].role == CellRole::number)
                return parse_item_number(text_at(row, i)).value_or(1);
        }
        return 1;
    }

    const Heads& heads_;
    std::vector<DraftRow> head_rows_;
    std::string caption_;
    std::vector<std::uint32_t> grid_;
    std::vector<std::pair<ListKind, DraftTable>> parts_;
};

// Whether a value stands in a row and in the one above it; else it may stand only where it begins,
// as a merged cell does in formats without merging.
bool repeats_values(const DraftTable& table, const Heads& heads, std::size_t column) {
    const DraftCell* above = nullptr;
    for (const DraftRow& row : std::span(table.rows).subspan(heads.end())) {
        if (only_text(row) != nullptr || column >= row.cells.size()) continue;
        const DraftCell& cell = row.cells[column];
        if (above != nullptr && !cell.content.text.empty() && !cell.from_merge &&
            cell.content.text == above->content.text)
            return true;
        above = &cell;
    }
    return false;
}

std::vector<DraftTable> part_by_column(DraftTable table, Heads heads, std::size_t column,
                                       const ColumnSynonyms& synonyms, Diagnostics& diagnostics,
                                       ByteAccount* account) {
    const std::string head = heads.header.columns[column].head;
    DraftText head_text = table.rows[heads.at].cells[column].content;
    diagnostics.add(Code::list_kind_from_column, head_text.source.locate(head_text.text, 0),
                    {head});
    for (DraftRow& row : std::span(table.rows).subspan(heads.at, heads.header.rows)) {
        if (column >= row.cells.size()) continue;
        leave_out(account, row.cells[column].content, LeftOut::furniture);
        row.cells[column] = {};
    }
    heads.header.columns[column] = {};
    Parts parts(table, heads);
    // A row whose word is no kind stays with the row above; the first ones, with those below.
    std::optional<ListKind> current;
    for (const DraftRow& row : std::span(table.rows).subspan(heads.end())) {
        current = synonyms.kind_of_value(text_at(row, column));
        if (current) break;
    }
    const bool in_each_row = repeats_values(table, heads, column);
    bool begun = false;
    std::vector<DraftRow> waiting;  // rows that belong to what follows
    for (DraftRow& row : std::span(table.rows).subspan(heads.end())) {
        const std::string& text = text_at(row, column);
        if (only_text(row) != nullptr || (text.empty() && !begun)) {
            waiting.push_back(std::move(row));
            continue;
        }
        begun = true;
        if (const auto kind = synonyms.kind_of_value(text)) {
            current = kind;
        } else if (text.empty() ? in_each_row : text != head) {
            diagnostics.add(Code::list_kind_unknown,
                            row.cells[column].content.source.locate(text, 0),
                            {head, text, untitled_name(*current)}, text);
        }
        leave_out(account, row.cells[column].content, LeftOut::furniture);
        row.cells[column] = {};
        DraftTable& part = parts.of(*current);
        std::move(waiting.begin(), waiting.end(), std::back_inserter(part.rows));
        waiting.clear();
        part.rows.push_back(std::move(row));
    }
    if (current) {
        std::move(waiting.begin(), waiting.end(), std::back_inserter(parts.of(*current).rows));
    }
    return parts.take(std::span(table.rows).first(heads.at));
}

std::optional<ListKind> kind_of_group_row(const DraftRow& row, const ColumnSynonyms& synonyms) {
    const DraftText* const only = only_text(row);
    if (only == nullptr) return {};
    const auto group = parse_group_heading(only->text);
    return group ? synonyms.kind_of_value(group->category) : std::nullopt;
}

// Rows that head the kinds: each becomes the title above a copy of the heads, unless heads follow.
std::vector<DraftTable> part_by_rows(DraftTable table, const Heads& heads,
                                     const ColumnSynonyms& synonyms) {
    const std::span<DraftRow> rows = table.rows;
    const std::vector<DraftRow> head_rows = copied(rows.subspan(heads.at, heads.header.rows));
    std::vector<DraftTable> tables;
    std::vector<DraftRow> above(
        std::make_move_iterator(rows.begin()),
        std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(heads.at)));
    std::size_t begin = heads.end();
    // Heads below the title of a list that has no rows.
    const bool empty_list = std::any_of(above.begin(), above.end(), [&](const DraftRow& row) {
        const DraftText* const only = only_text(row);
        return only != nullptr && is_list_title(only->text, synonyms);
    });
    if (empty_list && kind_of_group_row(rows[begin], synonyms)) {
        DraftTable& part = tables.emplace_back();
        part.caption = table.caption;
        part.grid = table.grid;
        part.rows = std::exchange(above, {});
        part.rows.insert(part.rows.end(), head_rows.begin(), head_rows.end());
    }
    while (begin < rows.size()) {
        std::size_t end = begin + 1;
        while (end < rows.size() && !kind_of_group_row(rows[end], synonyms)) ++end;
        DraftTable& part = tables.emplace_back();
        part.caption = table.caption;
        part.grid = table.grid;
        part.rows = std::move(above);
        above = {};
        const auto kind = kind_of_group_row(rows[begin], synonyms);
        std::size_t from = begin;
        if (kind) part.rows.push_back(std::move(rows[from++]));
        part.kind = kind;
        const bool own_heads = kind && header_at(rows.subspan(from), synonyms).has_value();
        if (!own_heads) part.rows.insert(part.rows.end(), head_rows.begin(), head_rows.end());
        part.rows.insert(part.rows.end(),
                         std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(from)),
                         std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(end)));
        begin = end;
    }
    return tables;
}

}  // namespace

std::vector<DraftTable> part_by_kind(DraftTable table, const ColumnSynonyms& synonyms,
                                     Diagnostics& diagnostics, ByteAccount* account) {
    std::vector<DraftTable> whole(1);
    auto heads = find_heads(table.rows, synonyms);
    if (heads) {
        if (const auto column = find_kind_column(table, *heads, synonyms)) {
            return part_by_column(std::move(table), std::move(*heads), *column, synonyms,
                                  diagnostics, account);
        }
        const auto below = std::span<const DraftRow>(table.rows).subspan(heads->end());
        const auto parts = std::count_if(below.begin(), below.end(), [&](const DraftRow& row) {
            return kind_of_group_row(row, synonyms).has_value();
        });
        if (parts > 0 && parts <= most_parts)
            return part_by_rows(std::move(table), *heads, synonyms);
    }
    whole.front() = std::move(table);
    return whole;
}

}  // namespace dutylist
