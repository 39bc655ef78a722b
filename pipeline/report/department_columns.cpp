#include "pipeline/report/department_columns.h"

namespace dutylist {
namespace {

using enum DepartmentFigure;

template <DepartmentFigure figure>
Value counted(const DepartmentLine& line) {
    return line.figures[figure];
}

template <DepartmentFigure figure>
Value flow(const DepartmentLine& line) {
    return line.has_flows ? Value(line.figures[figure]) : Value{};
}

template <DepartmentFigure now, DepartmentFigure before>
Value increase(const DepartmentLine& line) {
    return line.figures[now] - line.figures[before];
}

}  // namespace

const ColumnsOf<DepartmentLine>& department_columns() {
    using enum ColumnKind;
    static const ColumnsOf<DepartmentLine> columns(
        "departments",
        {{{.id = "rank", .kind = rank}, [](const DepartmentLine& line) { return line.rank; }},
         {{.id = "department"}, [](const DepartmentLine& line) -> Value { return line.name; }},
         {{.id = "opening", .kind = count, .needs_base = true}, counted<opening>},
         {{.id = "gained", .kind = count, .needs_base = true}, flow<gained>},
         {{.id = "lost", .kind = count, .needs_base = true}, flow<lost>},
         {{.id = "entered", .kind = count, .needs_base = true}, flow<entered>},
         {{.id = "left", .kind = count, .needs_base = true}, flow<left>},
         {{.id = "closing",
           .kind = count,
           .is = {{{{"opening", 1}, {"gained", 1}, {"lost", -1}, {"entered", 1}, {"left", -1}}},
                  {{{"opening", 1}, {"increase", 1}}},
                  // An item may name no department at all.
                  {{{"sole", 1}, {"joint", 1}}, "items-total"}}},
          counted<closing>},
         {{.id = "increase", .kind = change, .needs_base = true}, increase<closing, opening>},
         {{.id = "sole", .kind = count}, counted<sole>},
         {{.id = "joint", .kind = count}, counted<joint>},
         {{.id = "recalled-opening", .kind = count, .needs_base = true}, counted<recalled_opening>},
         {{.id = "recalled",
           .kind = count,
           .is = {{{{"recalled-opening", 1}, {"recalled-increase", 1}}}}},
          counted<recalled>},
         {{.id = "recalled-increase", .kind = change, .needs_base = true},
          increase<recalled, recalled_opening>},
         {{.id = "points", .kind = count}, counted<DepartmentFigure::points>},
         {{.id = "points-increase", .kind = change, .needs_base = true},
          increase<DepartmentFigure::points, points_opening>}});
    return columns;
}

}  // namespace dutylist
