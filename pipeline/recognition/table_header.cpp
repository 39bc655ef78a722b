#include "pipeline/recognition/table_header.h"

#include <algorithm>

namespace dutylist {
namespace {

std::size_t used_cells(const DraftRow& row) {
    std::size_t used = row.cells.size();
    while (used > 0 && row.cells[used - 1].content.text.empty()) --used;
    return used;
}

std::vector<std::optional<CellRole>> roles_of(const DraftRow& row, const ColumnSynonyms& synonyms) {
    std::vector<std::optional<CellRole>> roles(row.cells.size());
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const std::string& text = row.cells[i].content.text;
        if (text.size() <= ColumnSynonyms::longest_head) roles[i] = synonyms.role_of(text);
    }
    return roles;
}

bool is_header(const std::vector<std::optional<CellRole>>& roles) {
    std::vector<CellRole> known;
    for (const auto& role : roles) {
        if (!role || *role == CellRole::extra) continue;
        if (std::find(known.begin(), known.end(), *role) == known.end()) known.push_back(*role);
    }
    const bool named = std::find(known.begin(), known.end(), CellRole::name) != known.end();
    return known.size() >= (named ? 2 : 3);
}

// Whether `below` holds the lower level of the heads in `above`.
bool is_second_level(const DraftRow& above, const DraftRow& below, const ColumnSynonyms& synonyms) {
    if (below.cells.size() > above.cells.size() + 1) return false;
    bool has_lower = false;
    for (std::size_t i = 0; i < below.cells.size(); ++i) {
        const std::string& text = below.cells[i].content.text;
        if (text.empty()) continue;
        if (text.size() > ColumnSynonyms::longest_head) return false;
        const bool same = i < above.cells.size() && text == above.cells[i].content.text;
        if (same && below.cells[i].from_merge) continue;
        const bool merged_above =
            i < above.cells.size() &&
            (above.cells[i].from_merge || above.cells[i].content.text.empty() ||
             (i + 1 < above.cells.size() && above.cells[i + 1].from_merge));
        const bool known =
            synonyms.role_of(text) || below.header ||
            (i < above.cells.size() && synonyms.role_of(above.cells[i].content.text + '\n' + text));
        if (!merged_above || !known) return false;
        has_lower = true;
    }
    return has_lower;
}

// Townships are of a department's list. Beside departments such a column is one of those that
// systems keep besides a township's list.
void keep_foreign_townships(std::vector<Column>& columns) {
    const bool of_township = std::any_of(columns.begin(), columns.end(), [](const Column& column) {
        return column.role == CellRole::departments || column.role == CellRole::handover ||
               column.role == CellRole::handover_department;
    });
    if (!of_township) return;
    for (Column& column : columns) {
        if (column.role == CellRole::townships) column.role = CellRole::extra;
    }
}

}  // namespace

std::optional<TableHeader> header_at(std::span<const DraftRow> rows,
                                     const ColumnSynonyms& synonyms) {
    if (rows.empty() || rows[0].cells.size() < 2) return {};
    // One text over all columns is a title, not the upper level of all heads.
    if (only_text(rows[0]) != nullptr) return {};
    const std::string& first = rows[0].cells[0].content.text;
    if (!first.empty() && first[0] >= '0' && first[0] <= '9') return {};
    const auto roles = roles_of(rows[0], synonyms);
    const bool two_levels = rows.size() > 1 && is_second_level(rows[0], rows[1], synonyms);
    if (!two_levels && !is_header(roles)) return {};

    TableHeader header;
    header.rows = two_levels ? 2 : 1;
    std::size_t width = used_cells(rows[0]);
    if (two_levels) width = std::max(width, used_cells(rows[1]));
    std::vector<std::optional<CellRole>> found(width);
    for (std::size_t i = 0; i < width; ++i) {
        Column column;
        if (i < rows[0].cells.size()) column.head = rows[0].cells[i].content.text;
        if (two_levels && i < rows[1].cells.size()) {
            const std::string& lower = rows[1].cells[i].content.text;
            if (column.head.empty()) {
                column.head = lower;
            } else if (!lower.empty() && lower != column.head) {
                column.head += '\n' + lower;
            }
        }
        found[i] = synonyms.role_of(column.head);
        column.role = found[i].value_or(CellRole::extra);
        header.columns.push_back(std::move(column));
    }
    if (!is_header(found)) return {};
    keep_foreign_townships(header.columns);
    return header;
}

std::optional<ListKind> kind_of_columns(const std::vector<Column>& columns) {
    const auto has = [&](CellRole role) {
        return std::any_of(columns.begin(), columns.end(),
                           [&](const Column& column) { return column.role == role; });
    };
    if (has(CellRole::superior_duties) || has(CellRole::township_duties))
        return ListKind::cooperative;
    if (has(CellRole::handover) || has(CellRole::handover_department) ||
        has(CellRole::handover_method))
        return ListKind::recalled;
    if (has(CellRole::departments)) return ListKind::cooperative;
    return {};
}

const DraftText* only_text(const DraftRow& row) {
    const DraftText* only = nullptr;
    for (const DraftCell& cell : row.cells) {
        if (cell.content.text.empty()) continue;
        if (!only) {
            only = &cell.content;
        } else if (!cell.from_merge || cell.content.text != only->text) {
            return nullptr;
        }
    }
    return only;
}

}  // namespace dutylist
