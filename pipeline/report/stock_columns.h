#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "pipeline/compare/compare.h"
#include "pipeline/model/duty_list.h"
#include "pipeline/report/figures.h"
#include "pipeline/report/report_column.h"

namespace dutylist {

// What is counted of the items of a category and list.
enum class StockFigure : std::uint8_t {
    opening,
    added,
    removed,
    moved_in,
    moved_out,
    entered,  // of units that are new
    left,     // of units that have not reported
    closing,
    end,
};
using StockFigures = Figures<StockFigure>;
// By list; totals add all lists together as a last one.
using CountsByList = std::array<std::int64_t, all_list_kinds.size()>;

// A row of the table stock.
struct StockLine {
    std::string category;
    std::string list;
    StockFigures figures;
    StockFigures whole;      // of the same list, all categories
    Value rank{};            // by the closing stock
    bool same_units = true;  // all units have lists at both ends
};

// A row of the table categories.
struct CategoryLine {
    Value rank;
    std::string category;
    CountsByList lists{};
    std::int64_t all = 0;  // items of all categories
};

// A row of the table changes-by-kind.
struct KindLine {
    std::string kind;
    CountsByList lists{};
};

const ColumnsOf<StockLine>& stock_columns();
const ColumnsOf<CategoryLine>& category_columns();
const ColumnsOf<KindLine>& kind_columns();

}  // namespace dutylist
