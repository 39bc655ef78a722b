#include "pipeline/report/department_lists.h"

#include <algorithm>

#include "pipeline/analysis/analyse.h"
#include "pipeline/compare/item_view.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/report/department_identity.h"
#include "pipeline/report/department_rows.h"
#include "pipeline/report/own_duties.h"
#include "pipeline/report/units_tally.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

SourceLocation place_of(const Item& item) {
    for (const Cell& cell : item.cells) {
        if (!cell.source.empty()) return cell.source.locate(cell.text, 0);
    }
    return {};
}

// The levels that both have.
Unit common_region(const Unit& a, const Unit& b) {
    Unit common;
    if (a.province != b.province) return common;
    common.province = a.province;
    if (a.prefecture != b.prefecture) return common;
    common.prefecture = a.prefecture;
    if (a.county == b.county) common.county = a.county;
    return common;
}

class Gatherer {
public:
    Gatherer(const DepartmentListsRequest& request, const std::optional<std::string>& department,
             Diagnostics& diagnostics)
        : request_(request), diagnostics_(diagnostics) {
        if (department) wanted_ = without_white_space(request.dictionary->counted_as(*department));
    }

    void take(std::uint32_t unit_index, const Document& document) {
        for (const DutyList& list : document.lists) {
            if (list.kind == ListKind::basic) continue;
            std::vector<std::string> unnamed;
            for (const Item& item : list.items) {
                if (!take_item(unit_index, document.unit, list, item))
                    unnamed.emplace_back(list.text(item, CellRole::number));
            }
            if (!unnamed.empty()) tell_unnamed(document, list, unnamed);
            tell_columns(document, list);
        }
    }

    // The departments that the wanted name may mean; the name itself means no other.
    std::vector<std::string> candidates() const {
        std::vector<std::string> names;
        for (const Gathered& gathered : gathered_) names.push_back(gathered.name);
        if (wanted_ && std::find(names.begin(), names.end(), *wanted_) != names.end())
            return {*wanted_};
        return names;
    }

    // For a wanted name that no item has.
    Argument suggestion() const { return named_.suggestion(*wanted_, *request_.dictionary); }

    // All of them, or the one of this name.
    std::vector<Document> finish(const std::vector<std::string>& unit_names,
                                 const std::optional<std::string>& only) {
        std::vector<Document> documents;
        for (Gathered& gathered : gathered_) {
            if (only && gathered.name != *only) continue;
            for (const Diagnostic& told : gathered.told) diagnostics_.add(told);
            documents.push_back(document_of(gathered, unit_names));
        }
        return documents;
    }

private:
    struct Gathered {
        std::string name;
        Unit region;
        std::array<DepartmentRows, 2> lists;  // cooperative, recalled
        std::vector<Diagnostic> told;
    };

    Gathered& of(const std::string& name, const Unit& unit) {
        const auto known = std::find_if(gathered_.begin(), gathered_.end(),
                                        [&](const Gathered& other) { return other.name == name; });
        if (known != gathered_.end()) {
            known->region = common_region(known->region, unit);
            return *known;
        }
        Gathered& added = gathered_.emplace_back();
        added.name = name;
        added.region = {unit.province, unit.prefecture, unit.county, {}};
        return added;
    }

    // False where the item names no department at all.
    bool take_item(std::uint32_t unit_index, const Unit& unit, const DutyList& list,
                   const Item& item) {
        const std::vector<std::string> printed = printed_departments(list, item);
        std::vector<std::string> identities;
        for (const std::string& name : printed) {
            if (wanted_) named_.add(name, unit);
            if (wanted_ && !may_mean_department(*wanted_, name, unit, *request_.dictionary))
                continue;
            std::string identity = department_identity(name, unit, *request_.dictionary);
            if (std::find(identities.begin(), identities.end(), identity) == identities.end())
                identities.push_back(std::move(identity));
        }
        for (const std::string& identity : identities)
            add_row(of(identity, unit), unit_index, unit, list, item);
        return !printed.empty();
    }

    void add_row(Gathered& gathered, std::uint32_t unit_index, const Unit& unit,
                 const DutyList& list, const Item& item) {
        const IsOwnDepartment is_own = [&](std::string_view printed) {
            return department_identity(printed, unit, *request_.dictionary) == gathered.name;
        };
        const auto whole = [&](CellRole role) {
            const Cell* cell = list.cell(item, role);
            Cell copy = cell ? *cell : Cell{};
            copy.blocks = {};
            return copy;
        };
        if (list.kind == ListKind::recalled) {
            gathered.lists[1].add(unit_index, whole(CellRole::name),
                                  own_handover_method(list, item, is_own), {});
            return;
        }
        Cell own = own_superior_duties(list, item, unit, is_own);
        if (own.text.empty() && !list.text(item, CellRole::superior_duties).empty()) {
            gathered.told.push_back(
                make_diagnostic(Code::department_duties_missing, place_of(item),
                                {unit.full_name(), list.text(item, CellRole::number),
                                 list.text(item, CellRole::name), gathered.name}));
        }
        gathered.lists[0].add(unit_index, whole(CellRole::name), std::move(own),
                              whole(CellRole::township_duties));
    }

    Document document_of(Gathered& gathered, const std::vector<std::string>& unit_names) {
        const DepartmentListTemplate& texts = *request_.texts;
        Document document;
        document.unit = gathered.region;
        document.unit.department = gathered.name;
        document.period = request_.period;
        document.title = texts.title;
        document.title_lines = {gathered.name, texts.title, request_.period.chinese()};
        document.source_file = request_.source_name;
        for (std::size_t i = 0; i < gathered.lists.size(); ++i) {
            if (gathered.lists[i].empty()) continue;
            document.lists.push_back(gathered.lists[i].finish(
                texts.lists[i], gathered.name, unit_names, texts.separator, diagnostics_));
        }
        analyse(document, diagnostics_);
        return document;
    }

    void tell_unnamed(const Document& document, const DutyList& list,
                      std::vector<std::string> numbers) {
        constexpr std::size_t shown = 20;
        const std::size_t count = numbers.size();
        if (count > shown) {
            numbers.resize(shown);
            numbers.emplace_back("…");
        }
        diagnostics_.add(Code::department_items_unnamed, {document.source_file, {}, 0, 0},
                         {document.unit.full_name(), list.title, count, numbers});
    }

    void tell_columns(const Document& document, const DutyList& list) {
        std::vector<std::string> heads;
        for (std::size_t i = 0; i < list.columns.size(); ++i) {
            const Column& column = list.columns[i];
            const bool says_something =
                column.role == CellRole::extra &&
                std::any_of(list.items.begin(), list.items.end(),
                            [&](const Item& item) { return !item.cells[i].text.empty(); });
            if (says_something) heads.push_back(column.head);
        }
        if (heads.empty()) return;
        diagnostics_.add(Code::department_columns_left_out, {document.source_file, {}, 0, 0},
                         {document.unit.full_name(), list.title, heads});
    }

    const DepartmentListsRequest& request_;
    Diagnostics& diagnostics_;
    std::optional<std::string> wanted_;
    NamedDepartments named_;
    std::vector<Gathered> gathered_;
};

}  // namespace

std::vector<Document> build_department_lists(const DepartmentListsRequest& request,
                                             const std::optional<std::string>& department,
                                             const DocumentLoader& load, Diagnostics& diagnostics) {
    const std::string month = request.period.iso();
    Gatherer gatherer(request, department, diagnostics);
    std::vector<Unit> units;
    for (const ReportUnit& unit : request.units) units.push_back(unit.unit);
    bool any = false;
    for (std::uint32_t u = 0; u < request.units.size(); ++u) {
        const ReportUnit& unit = request.units[u];
        if (std::find(unit.months.begin(), unit.months.end(), month) == unit.months.end()) continue;
        any = true;
        gatherer.take(u, load(unit, month));
    }
    if (!any) throw JobError(Code::report_month_missing, {}, {month});
    std::optional<std::string> only;
    if (department) {
        const std::vector<std::string> candidates = gatherer.candidates();
        if (candidates.empty())
            throw JobError(Code::report_department_missing, {},
                           {*department, month, gatherer.suggestion()});
        if (candidates.size() > 1)
            throw JobError(Code::report_department_several, {}, {*department, month, candidates});
        only = candidates.front();
    }
    return gatherer.finish(short_unit_names(units), only);
}

}  // namespace dutylist
