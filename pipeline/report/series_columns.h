#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/compare/compare.h"
#include "pipeline/model/duty_list.h"
#include "pipeline/report/report_column.h"

namespace dutylist {

// Of all units together: the stock at the end of a month and the flows of that month.
struct SeriesMonth {
    std::string month;  // "2025-07"
    std::int64_t units = 0, opening = 0, entered = 0, left = 0;
    std::array<std::int64_t, all_list_kinds.size()> lists{};
    std::array<std::int64_t, all_change_kinds.size()> kinds{};

    std::int64_t closing() const { return lists[0] + lists[1] + lists[2]; }
};

// The months of the archive until the month of the report, ascending.
using SeriesMonths = std::vector<SeriesMonth>;

// Null where the archive has no list for the month ("2025-07").
const SeriesMonth* find_month(const SeriesMonths& months, std::string_view month);

// A row of the table series: a month, or what has come together over several.
struct SeriesLine {
    std::string month;  // as printed in the first column
    std::string name;
    const SeriesMonths& all;
    const SeriesMonth& stock;            // at the end
    std::int64_t opening = 0;            // stock that it is compared with
    const SeriesMonth* flows = nullptr;  // null: flows are not told
    bool summary = false;                // of several months
};

const ColumnsOf<SeriesLine>& series_columns();

}  // namespace dutylist
