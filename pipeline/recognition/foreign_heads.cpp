#include "pipeline/recognition/foreign_heads.h"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include "pipeline/recognition/list_builder.h"
#include "pipeline/recognition/list_kind.h"

namespace dutylist {
namespace {

bool is_foreign(ListKind kind, CellRole role) {
    const bool of_cooperative = role == CellRole::superior_duties ||
                                role == CellRole::township_duties || role == CellRole::departments;
    const bool of_recalled = role == CellRole::handover || role == CellRole::handover_department ||
                             role == CellRole::handover_method;
    if (kind == ListKind::basic) return of_cooperative || of_recalled;
    return kind == ListKind::cooperative ? of_recalled : of_cooperative;
}

}  // namespace

TableHeader without_foreign_heads(std::span<DraftRow> rows, TableHeader header, ListKind kind,
                                  const ColumnSynonyms& synonyms, ByteAccount* account) {
    std::vector<bool> unused;
    for (const Column& column : header.columns) unused.push_back(is_foreign(kind, column.role));
    const auto any = [&] { return std::any_of(unused.begin(), unused.end(), std::identity()); };
    for (std::size_t r = header.rows; r < rows.size() && any(); ++r) {
        if (const DraftText* const only = only_text(rows[r])) {
            if (is_list_title(only->text, synonyms)) break;
            continue;
        }
        if (header_at(rows.subspan(r), synonyms)) break;
        const std::vector<DraftCell>& cells = rows[r].cells;
        for (std::size_t i = 0; i < std::min(unused.size(), cells.size()); ++i)
            unused[i] = unused[i] && cells[i].content.text.empty();
    }
    if (!any()) return header;
    std::vector<DraftRow> heads(rows.begin(),
                                rows.begin() + static_cast<std::ptrdiff_t>(header.rows));
    for (DraftRow& row : heads) {
        for (std::size_t i = 0; i < std::min(unused.size(), row.cells.size()); ++i) {
            if (unused[i]) row.cells[i] = {};
        }
    }
    auto left = header_at(heads, synonyms);
    if (!left || left->rows != header.rows) return header;
    for (std::size_t r = 0; r < heads.size(); ++r) {
        for (std::size_t i = 0; i < std::min(unused.size(), rows[r].cells.size()); ++i) {
            const DraftCell& cell = rows[r].cells[i];
            if (unused[i] && !cell.from_merge) leave_out(account, cell.content, LeftOut::furniture);
        }
        rows[r] = std::move(heads[r]);
    }
    return std::move(*left);
}

}  // namespace dutylist
