#include "pipeline/report/stock_columns.h"

#include <numeric>

#include "pipeline/report/ratios.h"

namespace dutylist {
namespace {

using enum StockFigure;

template <StockFigure figure>
Value counted(const StockLine& line) {
    return line.figures[figure];
}

std::int64_t increase(const StockFigures& figures) { return figures[closing] - figures[opening]; }

Value share(const StockLine& line) { return ratio(line.figures[closing], line.whole[closing]); }

Value comparable(const StockLine& line) {
    if (line.same_units) return {};  // the increase is comparable as it is
    return increase(line.figures) - line.figures[entered] + line.figures[left];
}

template <typename Line, ListKind list>
Value of_list(const Line& line) {
    return line.lists[static_cast<std::size_t>(list)];
}

template <typename Line>
std::int64_t all_lists(const Line& line) {
    return std::accumulate(line.lists.begin(), line.lists.end(), std::int64_t{0});
}

const SumOfColumns sum_of_lists{{{"basic", 1}, {"cooperative", 1}, {"recalled", 1}}};

}  // namespace

const ColumnsOf<StockLine>& stock_columns() {
    static const ColumnsOf<StockLine> columns(
        "stock",
        {{{.id = "category"}, [](const StockLine& line) -> Value { return line.category; }},
         {{.id = "list"}, [](const StockLine& line) -> Value { return line.list; }},
         {{.id = "opening", .kind = ColumnKind::count, .needs_base = true}, counted<opening>},
         {{.id = "added", .kind = ColumnKind::count, .needs_base = true}, counted<added>},
         {{.id = "removed", .kind = ColumnKind::count, .needs_base = true}, counted<removed>},
         {{.id = "moved-in", .kind = ColumnKind::count, .needs_base = true}, counted<moved_in>},
         {{.id = "moved-out", .kind = ColumnKind::count, .needs_base = true}, counted<moved_out>},
         {{.id = "entered", .kind = ColumnKind::count, .needs_base = true}, counted<entered>},
         {{.id = "left", .kind = ColumnKind::count, .needs_base = true}, counted<left>},
         {{.id = "closing",
           .kind = ColumnKind::count,
           .is = {{{{"opening", 1},
                    {"added", 1},
                    {"removed", -1},
                    {"moved-in", 1},
                    {"moved-out", -1},
                    {"entered", 1},
                    {"left", -1}}},
                  {{{"opening", 1}, {"increase", 1}}}}},
          counted<closing>},
         {{.id = "increase",
           .kind = ColumnKind::change,
           .needs_base = true,
           .is = {{{{"comparable", 1}, {"entered", 1}, {"left", -1}}}}},
          [](const StockLine& line) -> Value { return increase(line.figures); }},
         {{.id = "comparable",
           .kind = ColumnKind::change,
           .needs_base = true,
           .zero_is_shown = true,
           .is = {{{{"added", 1}, {"removed", -1}, {"moved-in", 1}, {"moved-out", -1}}}}},
          comparable},
         {{.id = "growth", .kind = ColumnKind::percent, .needs_base = true},
          [](const StockLine& line) {
              return ratio(increase(line.figures), line.figures[opening]);
          }},
         {{.id = "share", .kind = ColumnKind::percent}, share},
         {{.id = "share-change", .kind = ColumnKind::points, .needs_base = true},
          [](const StockLine& line) {
              return points_between(share(line), ratio(line.figures[opening], line.whole[opening]));
          }},
         {{.id = "rank", .kind = ColumnKind::rank},
          [](const StockLine& line) { return line.rank; }}});
    return columns;
}

const ColumnsOf<CategoryLine>& category_columns() {
    using Line = CategoryLine;
    static const ColumnsOf<Line> columns(
        "categories",
        {{{.id = "rank", .kind = ColumnKind::rank}, [](const Line& line) { return line.rank; }},
         {{.id = "category"}, [](const Line& line) -> Value { return line.category; }},
         {{.id = "basic", .kind = ColumnKind::count}, of_list<Line, ListKind::basic>},
         {{.id = "cooperative", .kind = ColumnKind::count}, of_list<Line, ListKind::cooperative>},
         {{.id = "recalled", .kind = ColumnKind::count}, of_list<Line, ListKind::recalled>},
         {{.id = "closing", .kind = ColumnKind::count, .is = {sum_of_lists}},
          [](const Line& line) -> Value { return all_lists(line); }},
         {{.id = "share", .kind = ColumnKind::percent},
          [](const Line& line) { return ratio(all_lists(line), line.all); }}});
    return columns;
}

const ColumnsOf<KindLine>& kind_columns() {
    using Line = KindLine;
    static const ColumnsOf<Line> columns(
        "changes-by-kind",
        {{{.id = "kind"}, [](const Line& line) -> Value { return line.kind; }},
         {{.id = "basic", .kind = ColumnKind::count, .needs_base = true},
          of_list<Line, ListKind::basic>},
         {{.id = "cooperative", .kind = ColumnKind::count, .needs_base = true},
          of_list<Line, ListKind::cooperative>},
         {{.id = "recalled", .kind = ColumnKind::count, .needs_base = true},
          of_list<Line, ListKind::recalled>},
         {{.id = "total", .kind = ColumnKind::count, .needs_base = true, .is = {sum_of_lists}},
          [](const Line& line) -> Value { return all_lists(line); }}});
    return columns;
}

}  // namespace dutylist
