#include "pipeline/report/units_columns.h"

#include "pipeline/report/ratios.h"

namespace dutylist {
namespace {

using enum UnitFigure;

template <UnitFigure figure>
Value counted(const UnitLine& line) {
    return line.figures[figure];
}

std::int64_t increase(const UnitLine& line) {
    return line.figures[closing] - line.figures[opening];
}

}  // namespace

const ColumnsOf<UnitLine>& units_columns() {
    using enum ColumnKind;
    static const ColumnsOf<UnitLine> columns(
        "units", {{{.id = "unit"}, [](const UnitLine& line) -> Value { return line.name; }},
                  {{.id = "status"}, [](const UnitLine& line) -> Value { return line.status; }},
                  {{.id = "reported", .kind = count}, counted<reported>},
                  {{.id = "missing", .kind = count}, counted<missing>},
                  {{.id = "basic", .kind = count}, counted<basic>},
                  {{.id = "cooperative", .kind = count}, counted<cooperative>},
                  {{.id = "recalled", .kind = count}, counted<recalled>},
                  {{.id = "opening", .kind = count, .needs_base = true}, counted<opening>},
                  {{.id = "increase", .kind = change, .needs_base = true},
                   [](const UnitLine& line) -> Value { return increase(line); }},
                  {{.id = "closing",
                    .kind = count,
                    .is = {{{{"opening", 1}, {"increase", 1}}},
                           {{{"basic", 1}, {"cooperative", 1}, {"recalled", 1}}}}},
                   counted<closing>},
                  {{.id = "growth", .kind = percent, .needs_base = true},
                   [](const UnitLine& line) {
                       return line.compared ? ratio(increase(line), line.figures[opening])
                                            : Value{};
                   }},
                  {{.id = "changed", .kind = count, .needs_base = true}, counted<changed>}});
    return columns;
}

}  // namespace dutylist
