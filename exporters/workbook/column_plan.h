#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "exporters/sheet_layout/workbook_template.h"
#include "exporters/spreadsheet/text_metrics.h"
#include "pipeline/model/duty_list.h"

namespace dutylist {

// A column of a list's sheet.
struct PlannedColumn {
    const ColumnTemplate* settings = nullptr;
    std::optional<std::size_t> source{};  // index into the list's columns; none: an empty column
    std::string head{};
    std::uint32_t pixels = 0;
};

struct ColumnPlan {
    std::vector<PlannedColumn> columns;
    double widened_percent = 0;  // beyond the page's width, so that rows are low enough

    std::uint32_t total_pixels() const;
    // The index of the first column of this role.
    std::optional<std::size_t> column(CellRole role) const;
};

// Which columns the sheet has, in which order and how wide. The template's come first, each filled
// by the first column of the source with its role that is still free (an extra one: with its head),
// then all others: no column is left out but a category column that group rows stand for.
// Columns with a maximum take what their longest line needs; the others share the rest of
// `page_pixels` so that the rows are as low as possible. If rows of the list would still pass
// Excel's limit, the sheet is widened by up to RowRules::widen_percent.
ColumnPlan plan_columns(const DutyList& list, const ListTemplate& settings, const RowRules& rows,
                        const WorkbookStyles& styles, double page_pixels);

}  // namespace dutylist
