#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "pipeline/report/report_column.h"

namespace dutylist {

// Tables that list what was found, row by row as it is found.
const TableTraits& across_table();
const TableTraits& common_table();
const TableTraits& single_table();
const TableTraits& differing_table();
const TableTraits& changes_table();
const TableTraits& department_items_table();
// Before its last column stands one for each category. `recalled`: of recalled items.
const TableTraits& matrix_table(bool recalled);

// Every table of the report, in its order, and of the department view. What report.xml may name.
std::span<const TableTraits* const> report_tables();
const TableTraits* find_report_table(std::string_view id);
std::vector<std::string_view> report_table_ids();
std::vector<std::string_view> column_ids(const TableTraits& table);

}  // namespace dutylist
