#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/model/document.h"
#include "pipeline/recognition/column_fit.h"
#include "pipeline/recognition/copy_budget.h"
#include "pipeline/recognition/draft.h"
#include "pipeline/recognition/table_header.h"

namespace dutylist {

// What recognition leaves out of the model, for the account of bytes.
enum class LeftOut : std::uint8_t { furniture, removed };

// Moves an importer's count for `text` from text to what it turned out to be.
void leave_out(ByteAccount* account, const DraftText& text, LeftOut as);

// Builds one duty list from its rows: group rows, rows that continue the one above, rows with too
// few or too many cells.
class ListBuilder {
public:
    ListBuilder(ListKind kind, std::string title, const std::vector<Column>& columns,
                const ColumnSynonyms& synonyms, Diagnostics& diagnostics, ByteAccount* account);

    ListKind kind() const { return list_.kind; }
    // Whether nothing but heads was read.
    bool empty() const { return list_.items.empty() && list_.groups.empty(); }
    const std::string& title() const { return list_.title; }
    void set_title(std::string title) { list_.title = std::move(title); }
    const std::vector<Column>& columns() const { return list_.columns; }
    // How many cells a row of the table being read has.
    std::size_t width() const { return targets_.size(); }
    // Whether the source has no column of its own for categories.
    bool wants_categories() const { return !own_categories_; }

    // From now on rows have these columns; columns that the list lacks are added to it. Tells which
    // were. `header`: its row. Throws JobError format_too_many_columns or
    // format_too_many_cells: each new column is one more cell in all items.
    std::vector<bool> use_columns(const std::vector<Column>& columns, const DraftRow& header = {});
    // How the cells of its rows are brought below their heads.
    void use_fit(ColumnFit fit) { fit_ = std::move(fit); }
    // Its numbers belong to a sequence that runs through other lists as well: gaps are no defect.
    void let_numbers_run_on() { numbers_run_on_ = true; }
    // Whether a row of a table without heads has the cells of this list's.
    bool fits(const DraftRow& row) const {
        return row.cells.size() == width() || fit_.has_cell_for_each_head(row);
    }
    // Makes room for that many rows more; lists of many small tables still grow by doubling.
    void expect_rows(std::size_t count);
    void add_row(DraftRow row);
    // A row that says how many items there are since the last one, or the last group.
    void check_part(int count, const DraftText& row);
    void add_group(const DraftText& row, std::string_view category, int count);

    // The list, checked: numbers, counts of groups, categories filled in. Ends the builder.
    DutyList finish();

private:
    enum class Continuation : std::uint8_t { none, marked, merged, unnamed };
    Continuation continuation(const DraftRow& row);
    bool is_unnamed(const DraftRow& row, std::size_t number) const;
    void append_to_above(DraftRow& row, Continuation how);
    void fit_columns(DraftRow& row);
    void fit_width(DraftRow& row);
    std::optional<std::size_t> source_column(CellRole role) const;
    void close_group();
    void fill_categories();
    void count_cells(const DraftRow& row);
    template <typename At>
    void take_copies(std::size_t cells, std::size_t text_bytes, const At& at);

    DutyList list_;
    std::vector<std::string> comparable_heads_;  // of the list's columns
    std::vector<std::size_t> targets_;  // the list's column of each column of the table being read
    ColumnFit fit_;
    const ColumnSynonyms& synonyms_;
    Diagnostics& diagnostics_;
    ByteAccount* account_;
    CopyBudget copies_;
    struct Group {
        std::string category;
        std::string printed;
        SourceLocation place;
        SourceMap source;  // of the category
        int count = 0;
        std::size_t first_item = 0;
    };
    std::optional<Group> group_;
    std::size_t part_begins_ = 0;  // the first item that no row has added up
    bool own_categories_ = false;
    bool numbers_run_on_ = false;
};

}  // namespace dutylist
