#include "pipeline/report/complete_report.h"

#include <algorithm>

#include "pipeline/report/chart_data.h"
#include "pipeline/report/narrative.h"
#include "pipeline/templates/template_store.h"

namespace dutylist {

std::string scope_name(const ReportRequest& request) {
    if (!request.scope.empty() || request.units.empty()) return request.scope;
    const Unit& first = request.units.front().unit;
    if (request.units.size() == 1) return first.county + first.township;
    const auto shared = [&](std::string Unit::*level) {
        return std::all_of(request.units.begin(), request.units.end(), [&](const ReportUnit& unit) {
            return unit.unit.*level == first.*level;
        });
    };
    std::string name;
    for (std::string Unit::*level : {&Unit::province, &Unit::prefecture, &Unit::county}) {
        if (!shared(level)) break;
        if (!(first.*level).empty()) name = first.*level;
    }
    return name;
}

namespace {

// A chart of nothing but zeros is an empty frame.
bool shows_anything(const ReportTable& table, const ReportChart& chart) {
    for (const std::size_t row : chart_rows(table, chart)) {
        for (const std::string& id : chart.values) {
            const auto column = table.column(id);
            if (column && count_of(table.rows[row].values[*column]).value_or(0) != 0) return true;
        }
    }
    return false;
}

}  // namespace

void complete_report(Report& report, const ReportTemplate& labels,
                     const std::set<std::string>& conditions) {
    const std::vector<std::pair<std::string_view, std::string>> values{
        {"scope", report.scope}, {"month", report.period.chinese()}};
    report.furniture = labels.furniture();
    for (auto* fields : {&report.furniture.head, &report.furniture.unit, &report.furniture.foot}) {
        for (auto& [label, value] : *fields) value = fill_placeholders(value, values);
    }
    report.legend = labels.legend();
    for (const ReportChart& chart : labels.charts()) {
        const ReportTable* table = report.table(chart.table);
        if (table && shows_anything(*table, chart)) report.charts.push_back(chart);
    }
    report.narrative = make_narrative(report, labels, conditions);
}

}  // namespace dutylist
