#include <algorithm>

#include "pipeline/analysis/analyse.h"
#include "pipeline/compare/item_view.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/report/complete_report.h"
#include "pipeline/report/department_identity.h"
#include "pipeline/report/report.h"
#include "pipeline/report/report_tables.h"
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
          table_(make_table(labels_, department_items_table())) {}

    void take(const std::string& unit_name, const Document& document) {
        for (const DutyList& list : document.lists) {
            for (const Item& item : list.items) take_item(unit_name, document.unit, list, item);
        }
    }

    // The departments that the wanted name stands for, each by its full name, as first seen. The
    // name itself stands for no other.
    std::vector<std::string> candidates() const {
        if (std::find(found_.begin(), found_.end(), wanted_) != found_.end()) return {wanted_};
        return found_;
    }

    // For a wanted name that no item has.
    Argument suggestion() const { return named_.suggestion(wanted_, *request_.dictionary); }

    // The rows of one of the candidates.
    ReportTable finish(const std::string& department) {
        std::vector<ReportRow> rows;
        for (std::size_t i = 0; i < table_.rows.size(); ++i) {
            if (found_[departments_of_rows_[i]] != department) continue;
            table_.rows[i].id = std::to_string(rows.size() + 1);
            rows.push_back(std::move(table_.rows[i]));
        }
        table_.rows = std::move(rows);
        return std::move(table_);
    }

private:
    std::string resolved(std::string_view printed, const Unit& unit) const {
        return department_identity(printed, unit, *request_.dictionary);
    }

    std::size_t index_of(const std::string& department) {
        const auto found = std::find(found_.begin(), found_.end(), department);
        if (found != found_.end()) return static_cast<std::size_t>(found - found_.begin());
        found_.push_back(department);
        return found_.size() - 1;
    }

    bool is_wanted(std::string_view printed, const Unit& unit) const {
        return may_mean_department(wanted_, printed, unit, *request_.dictionary);
    }

    bool is_department(std::string_view printed, const Unit& unit, std::size_t department) const {
        return is_wanted(printed, unit) && resolved(printed, unit) == found_[department];
    }

    void take_item(const std::string& unit_name, const Unit& unit, const DutyList& list,
                   const Item& item) {
        const std::vector<std::string> names = printed_departments(list, item);
        std::vector<std::size_t> found;
        for (const std::string& name : names) {
            named_.add(name, unit);
            if (!is_wanted(name, unit)) continue;
            const std::size_t department = index_of(resolved(name, unit));
            if (std::find(found.begin(), found.end(), department) == found.end())
                found.push_back(department);
        }
        for (const std::size_t department : found) {
            add_row(unit_name, unit, list, item, names, department);
        }
    }

    void add_row(const std::string& unit_name, const Unit& unit, const DutyList& list,
                 const Item& item, const std::vector<std::string>& names, std::size_t department) {
        std::string others;
        for (const std::string& name : names) {
            if (!is_department(name, unit, department))
                others += (others.empty() ? "" : "、") + name;
        }
        const bool handover = list.kind == ListKind::recalled;
        std::int64_t points = 0;
        std::string duties;
        if (handover) {
            duties = list.text(item, CellRole::handover);
            if (duties.empty()) duties = list.text(item, CellRole::handover_method);
        } else {
            duties = own_points(unit, list, item, department, points);
        }
        departments_of_rows_.push_back(department);
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
                           std::size_t department, std::int64_t& points) const {
        const Cell* cell = list.cell(item, CellRole::superior_duties);
        const Cell* mentions = list.cell(item, CellRole::departments);
        std::string duties;
        if (!cell || !mentions) return duties;
        for (const Point& point : superior_points(list, item, unit)) {
            const bool own = std::any_of(
                point.departments.begin(), point.departments.end(), [&](std::uint32_t index) {
                    return is_department(mentions->view(item.departments[index].name), unit,
                                         department);
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
    NamedDepartments named_;
    std::vector<std::string> found_;
    std::vector<std::size_t> departments_of_rows_;  // of each row, into found_
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
    const std::vector<std::string> candidates = builder.candidates();
    if (candidates.empty()) {
        throw JobError(Code::report_department_missing, {},
                       {department, month, builder.suggestion()});
    }
    if (candidates.size() > 1) {
        throw JobError(Code::report_department_several, {}, {department, month, candidates});
    }
    report.department = candidates.front();
    report.tables.push_back(builder.finish(report.department));
    report.title = report.department + request.labels->label("department-title");
    // Where there is no narrative, the table's heading is the only one: it says of whom and when.
    ReportTable& table = report.tables.front();
    table.title = report.department + table.title + "（" + report.period.chinese() + "）";
    report.furniture = request.labels->furniture();
    report.furniture.head.clear();
    report.furniture.foot.clear();
    report.furniture.unit.clear();
    return report;
}

}  // namespace dutylist
