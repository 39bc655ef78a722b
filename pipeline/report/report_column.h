#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/report/table.h"

namespace dutylist {

class ReportTemplate;

// In every row, the sum of other columns of the table, each with its sign.
struct SumOfColumns {
    std::vector<std::pair<std::string_view, int>> terms;
    std::string_view except_row{};  // where it need not hold
};

// What a column is. Template, tables, checks, sheets, pages and JSON follow from it; its title,
// width and whether it is hidden where it shows nothing stand in the template.
struct ColumnTraits {
    std::string_view id;
    ColumnKind kind = ColumnKind::text;
    bool needs_base = false;         // without a base month its cells hold nothing
    bool summed = true;              // the row of totals is the sum of the rows above it
    bool zero_is_shown = false;      // a zero says something: hidden only where it holds nothing
    std::vector<SumOfColumns> is{};  // each proves the column in every row
};

// A table of the report, of which the columns are known before anything is counted. The tables of
// category by department have a column for each category as well.
struct TableTraits {
    std::string_view id;
    std::vector<ColumnTraits> columns;
};

// An empty table with the template's title, note and columns. A column that the template does not
// name keeps its id as the title and is not lost.
ReportTable make_table(const ReportTemplate& labels, const TableTraits& traits);

// A column of a table whose rows are made of `Line`s: what is counted for a row and what a figure
// of it is set against. `value` may rely on has_base where needs_base is set.
template <typename Line>
struct ColumnOf {
    ColumnTraits traits;
    Value (*value)(const Line& line) = nullptr;
};

// The columns of one table, in the order of JSON. Immutable.
template <typename Line>
class ColumnsOf {
public:
    ColumnsOf(std::string_view table, std::vector<ColumnOf<Line>> columns)
        : columns_(std::move(columns)) {
        traits_.id = table;
        for (const ColumnOf<Line>& column : columns_) traits_.columns.push_back(column.traits);
    }

    const TableTraits& traits() const { return traits_; }

    ReportRow row(std::string id, RowKind kind, const Line& line, bool has_base) const {
        ReportRow row{std::move(id), kind, {}};
        for (const ColumnOf<Line>& column : columns_) {
            const bool missing = column.traits.needs_base && !has_base;
            row.values.push_back(missing ? Value{} : column.value(line));
        }
        return row;
    }

private:
    std::vector<ColumnOf<Line>> columns_;
    TableTraits traits_;
};

}  // namespace dutylist
