#include "pipeline/report/units_tally.h"

#include <algorithm>
#include <map>

namespace dutylist {

void UnitsTally::take(const Transition& transition) {
    CountedUnit one;
    one.unit = transition.unit_index;
    one.had_base = transition.before != nullptr;
    UnitFigures& figures = one.figures;
    figures[UnitFigure::reported] = transition.after ? 1 : 0;
    figures[UnitFigure::missing] = transition.after ? 0 : 1;
    if (transition.before) {
        figures[UnitFigure::opening] = static_cast<std::int64_t>(transition.before->item_count());
    }
    if (transition.after) {
        for (const DutyList& list : transition.after->lists) {
            const auto figure = static_cast<UnitFigure>(
                static_cast<std::size_t>(UnitFigure::basic) + static_cast<std::size_t>(list.kind));
            figures[figure] += static_cast<std::int64_t>(list.items.size());
        }
        figures[UnitFigure::closing] = static_cast<std::int64_t>(transition.after->item_count());
    }
    if (transition.comparison) {
        figures[UnitFigure::changed] =
            static_cast<std::int64_t>(transition.comparison->changes.size());
    }
    counted_.push_back(one);
}

std::int64_t UnitsTally::missing() const {
    return std::count_if(counted_.begin(), counted_.end(),
                         [](const CountedUnit& one) { return !one.reported(); });
}

ReportTable UnitsTally::table(const ReportTemplate& labels) const {
    ReportTable table = make_table(labels, units_columns().traits());
    ColumnSum sum{"total", {}};
    UnitLine total{labels.label("total"), {}, {}, true};
    for (const CountedUnit& one : counted_) {
        const std::string& name = names_[one.unit];
        const char* status = !one.reported()              ? "status.missing"
                             : has_base_ && !one.had_base ? "status.entered"
                                                          : "status.reported";
        const UnitLine line{name, labels.label(status), one.figures,
                            one.reported() && one.had_base};
        table.rows.push_back(units_columns().row(name, RowKind::data, line, has_base_));
        sum.parts.push_back(name);
        total.figures += one.figures;
    }
    table.rows.push_back(units_columns().row("total", RowKind::total, total, has_base_));
    table.column_sums.push_back(std::move(sum));
    return table;
}

std::vector<std::string> short_unit_names(const std::vector<Unit>& units) {
    std::map<std::string, int> townships;
    std::map<std::string, int> with_county;
    for (const Unit& unit : units) {
        ++townships[unit.township];
        ++with_county[unit.county + unit.township];
    }
    std::vector<std::string> names;
    for (const Unit& unit : units) {
        if (townships[unit.township] == 1) {
            names.push_back(unit.township);
        } else if (with_county[unit.county + unit.township] == 1) {
            names.push_back(unit.county + unit.township);
        } else {
            names.push_back(unit.full_name());
        }
    }
    return names;
}

}  // namespace dutylist
