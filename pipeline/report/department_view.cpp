#include <algorithm>

#include "pipeline/analysis/analyse.h"
#include "pipeline/compare/item_view.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/report/report.h"
#include "pipeline/report/scope.h"
#include "pipeline/report/table_maker.h"
#include "pipeline/report/units_tally.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

class ViewBuilder {
public:
    ViewBuilder(const ReportRequest& request, const std::string& department)
        : request_(request),
          labels_(*request.labels),
          wanted_(without_white_space(request.dictionary->counted_as(department))),
          table_(make_table(labels_, "department-items",
                            {{"unit", ColumnKind::text},
                             {"list", ColumnKind::text},
                             {"number", ColumnKind::text},
                             {"category", ColumnKind::text},
                             {"name", ColumnKind::text},
                             {"part", ColumnKind::text},
                             {"others", ColumnKind::text},
                             {"points", ColumnKind::count},
                             {"duties", ColumnKind::text},
                             {"township-duties", ColumnKind::text}})) {}

    void take(const std::string& unit_name, const Document& document) {
        for (const DutyList& list : document.lists) {
            for (const Item& item : list.items) take_item(unit_name, document.unit, list, item);
        }
    }

    ReportTable finish() { return std::move(table_); }

private:
    // The full name, as counted, or as the unit's own texts shorten it.
    bool is_wanted(std::string_view printed, const Unit& unit) const {
        if (without_white_space(request_.dictionary->counted_as(printed)) == wanted_) return true;
        const std::vector<std::string> forms = short_forms(printed, unit);
        return std::find(forms.begin(), forms.end(), wanted_) != forms.end();
    }

    void take_item(const std::string& unit_name, const Unit& unit, const DutyList& list,
                   const Item& item) {
        const std::vector<std::string> names = printed_departments(list, item);
        std::string others;
        bool found = false;
        for (const std::string& name : names) {
            if (is_wanted(name, unit)) {
                found = true;
            } else {
                others += (others.empty() ? "" : "、") + name;
            }
        }
        if (!found) return;
        const bool handover = list.kind == ListKind::recalled;
        std::int64_t points = 0;
        std::string duties;
        if (handover) {
            duties = list.text(item, CellRole::handover);
            if (duties.empty()) duties = list.text(item, CellRole::handover_method);
        } else {
            duties = own_points(unit, list, item, points);
        }
        const char* part = handover ? "handover" : others.empty() ? "sole" : "joint";
        table_.rows.push_back(
            {std::to_string(table_.rows.size() + 1),
             RowKind::data,
             {unit_name, labels_.list(list.kind), std::string(list.text(item, CellRole::number)),
              std::string(list.text(item, CellRole::category)),
              std::string(list.text(item, CellRole::name)), labels_.label(part), others, points,
              std::move(duties), std::string(list.text(item, CellRole::township_duties))}});
    }

    // The points of the superior duties that are the department's own or everybody's.
    std::string own_points(const Unit& unit, const DutyList& list, const Item& item,
                           std::int64_t& points) const {
        const Cell* cell = list.cell(item, CellRole::superior_duties);
        const Cell* mentions = list.cell(item, CellRole::departments);
        std::string duties;
        if (!cell || !mentions) return duties;
        for (const Point& point : superior_points(list, item, unit)) {
            const bool own = std::any_of(
                point.departments.begin(), point.departments.end(), [&](std::uint32_t index) {
                    return is_wanted(mentions->view(item.departments[index].name), unit);
                });
            if (!own && !point.departments.empty()) continue;
            if (own) ++points;
            const Block& block = cell->blocks[point.block];
            duties += (duties.empty() ? "" : "\n") + std::string(cell->view(block.whole()));
        }
        return duties;
    }

    const ReportRequest& request_;
    const ReportTemplate& labels_;
    std::string wanted_;
    ReportTable table_;
};

}  // namespace

Report build_department_view(const ReportRequest& request, const std::string& department,
                             const DocumentLoader& load) {
    const std::string month = request.period.iso();
    ViewBuilder builder(request, department);
    std::vector<Unit> units;
    for (const ReportUnit& unit : request.units) units.push_back(unit.unit);
    const std::vector<std::string> names = short_unit_names(units);
    bool any = false;
    for (std::size_t u = 0; u < request.units.size(); ++u) {
        const ReportUnit& unit = request.units[u];
        if (std::find(unit.months.begin(), unit.months.end(), month) == unit.months.end()) continue;
        any = true;
        builder.take(names[u], load(unit, month));
    }
    if (!any) throw JobError(Code::report_month_missing, {}, {month});
    Report report;
    report.scope = scope_name(request);
    report.period = request.period;
    report.tables.push_back(builder.finish());
    if (report.tables.front().rows.empty()) {
        throw JobError(Code::report_department_missing, {}, {department, month});
    }
    report.title = department + request.labels->label("department-title");
    // Where there is no narrative, the table's heading is the only one: it says of whom and when.
    ReportTable& table = report.tables.front();
    table.title = department + table.title + "（" + report.period.chinese() + "）";
    report.furniture = request.labels->furniture();
    report.furniture.head.clear();
    report.furniture.foot.clear();
    report.furniture.unit.clear();
    return report;
}

}  // namespace dutylist
