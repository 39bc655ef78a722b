#include "pipeline/report/units_tally.h"

#include <algorithm>
#include <map>

namespace dutylist {

void UnitsTally::take(const Transition& transition) {
    Figures one;
    one.unit = transition.unit_index;
    if (transition.before) {
        one.had_base = true;
        one.opening = static_cast<std::int64_t>(transition.before->item_count());
    }
    if (transition.after) {
        one.reported = true;
        for (const DutyList& list : transition.after->lists) {
            one.lists[static_cast<std::size_t>(list.kind)] +=
                static_cast<std::int64_t>(list.items.size());
        }
        one.closing = static_cast<std::int64_t>(transition.after->item_count());
    }
    if (transition.comparison) {
        one.changed = static_cast<std::int64_t>(transition.comparison->changes.size());
    }
    figures_.push_back(one);
}

std::int64_t UnitsTally::missing() const {
    return std::count_if(figures_.begin(), figures_.end(),
                         [](const Figures& one) { return !one.reported; });
}

ReportTable UnitsTally::table(const ReportTemplate& labels) const {
    ReportTable table = make_table(labels, "units",
                                   {{"unit", ColumnKind::text},
                                    {"status", ColumnKind::text},
                                    {"reported", ColumnKind::count},
                                    {"missing", ColumnKind::count},
                                    {"basic", ColumnKind::count},
                                    {"cooperative", ColumnKind::count},
                                    {"recalled", ColumnKind::count},
                                    {"opening", ColumnKind::count},
                                    {"increase", ColumnKind::change},
                                    {"closing", ColumnKind::count},
                                    {"growth", ColumnKind::percent},
                                    {"changed", ColumnKind::count}});
    table.row_identities = {{"closing", {{"opening", 1}, {"increase", 1}}},
                            {"closing", {{"basic", 1}, {"cooperative", 1}, {"recalled", 1}}}};
    ColumnSum sum{"total", {}};
    Figures all;
    std::int64_t reported = 0;
    const auto add_row = [&](std::string id, RowKind kind, std::string name, std::string status,
                             std::int64_t reporting, std::int64_t absent, const Figures& one,
                             bool compared) {
        const std::int64_t increase = one.closing - one.opening;
        ReportRow row{std::move(id),
                      kind,
                      {std::move(name), std::move(status), reporting, absent, one.lists[0],
                       one.lists[1], one.lists[2], one.opening, increase, one.closing,
                       compared ? ratio(increase, one.opening) : Value{}, one.changed}};
        if (!has_base_) {
            for (const char* column : {"opening", "increase", "growth", "changed"}) {
                row.values[*table.column(column)] = std::monostate{};
            }
        }
        table.rows.push_back(std::move(row));
    };
    for (const Figures& one : figures_) {
        const char* status = !one.reported                ? "status.missing"
                             : has_base_ && !one.had_base ? "status.entered"
                                                          : "status.reported";
        sum.parts.push_back(names_[one.unit]);
        add_row(names_[one.unit], RowKind::data, names_[one.unit], labels.label(status),
                one.reported ? 1 : 0, one.reported ? 0 : 1, one, one.reported && one.had_base);
        for (std::size_t l = 0; l < all.lists.size(); ++l) all.lists[l] += one.lists[l];
        all.opening += one.opening;
        all.closing += one.closing;
        all.changed += one.changed;
        reported += one.reported ? 1 : 0;
    }
    add_row("total", RowKind::total, labels.label("total"), {}, reported, missing(), all, true);
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
