#include "pipeline/report/report_tables.h"

#include <algorithm>
#include <array>

#include "pipeline/report/department_columns.h"
#include "pipeline/report/series_columns.h"
#include "pipeline/report/stock_columns.h"
#include "pipeline/report/units_columns.h"

namespace dutylist {

const TableTraits& across_table() {
    static const TableTraits table{
        "across",
        {{.id = "what"},
         {.id = "basic", .kind = ColumnKind::count},
         {.id = "cooperative", .kind = ColumnKind::count},
         {.id = "recalled", .kind = ColumnKind::count},
         {.id = "total",
          .kind = ColumnKind::count,
          .is = {{{{"basic", 1}, {"cooperative", 1}, {"recalled", 1}}}}}}};
    return table;
}

const TableTraits& common_table() {
    static const TableTraits table{"common", {{.id = "list"}, {.id = "category"}, {.id = "name"}}};
    return table;
}

const TableTraits& single_table() {
    static const TableTraits table{
        "single",
        {{.id = "unit"}, {.id = "list"}, {.id = "number"}, {.id = "category"}, {.id = "name"}}};
    return table;
}

const TableTraits& differing_table() {
    static const TableTraits table{"differing",
                                   {{.id = "list"},
                                    {.id = "name"},
                                    {.id = "aspect"},
                                    {.id = "count", .kind = ColumnKind::count},
                                    {.id = "units"},
                                    {.id = "text"}}};
    return table;
}

const TableTraits& changes_table() {
    static const TableTraits table{"changes",
                                   {{.id = "unit"},
                                    {.id = "kinds"},
                                    {.id = "old-list"},
                                    {.id = "old-number"},
                                    {.id = "new-list"},
                                    {.id = "new-number"},
                                    {.id = "category"},
                                    {.id = "name"},
                                    {.id = "departments"},
                                    {.id = "detail"},
                                    {.id = "basis"},
                                    {.id = "proposer"},
                                    {.id = "approval"},
                                    {.id = "effective-date"},
                                    {.id = "channel"}}};
    return table;
}

const TableTraits& department_items_table() {
    static const TableTraits table{"department-items",
                                   {{.id = "unit"},
                                    {.id = "list"},
                                    {.id = "number"},
                                    {.id = "category"},
                                    {.id = "name"},
                                    {.id = "part"},
                                    {.id = "others"},
                                    {.id = "points", .kind = ColumnKind::count},
                                    {.id = "duties"},
                                    {.id = "township-duties"}}};
    return table;
}

const TableTraits& matrix_table(bool recalled) {
    static const std::vector<ColumnTraits> columns{{.id = "department"},
                                                   {.id = "total", .kind = ColumnKind::count}};
    static const TableTraits cooperative_table{"matrix", columns};
    static const TableTraits recalled_table{"matrix-recalled", columns};
    return recalled ? recalled_table : cooperative_table;
}

std::span<const TableTraits* const> report_tables() {
    static const std::array<const TableTraits*, 14> tables{&stock_columns().traits(),
                                                           &category_columns().traits(),
                                                           &kind_columns().traits(),
                                                           &department_columns().traits(),
                                                           &matrix_table(false),
                                                           &matrix_table(true),
                                                           &changes_table(),
                                                           &units_columns().traits(),
                                                           &across_table(),
                                                           &common_table(),
                                                           &single_table(),
                                                           &differing_table(),
                                                           &series_columns().traits(),
                                                           &department_items_table()};
    return tables;
}

const TableTraits* find_report_table(std::string_view id) {
    const auto tables = report_tables();
    const auto found = std::find_if(tables.begin(), tables.end(),
                                    [&](const TableTraits* table) { return table->id == id; });
    return found == tables.end() ? nullptr : *found;
}

std::vector<std::string_view> report_table_ids() {
    std::vector<std::string_view> ids;
    for (const TableTraits* table : report_tables()) ids.push_back(table->id);
    return ids;
}

std::vector<std::string_view> column_ids(const TableTraits& table) {
    std::vector<std::string_view> ids;
    for (const ColumnTraits& column : table.columns) ids.push_back(column.id);
    return ids;
}

}  // namespace dutylist
