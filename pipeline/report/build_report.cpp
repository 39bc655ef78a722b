#include <algorithm>
#include <optional>
#include <set>
#include <unordered_set>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/report/across_tally.h"
#include "pipeline/report/change_rows.h"
#include "pipeline/report/complete_report.h"
#include "pipeline/report/department_tally.h"
#include "pipeline/report/narrative.h"
#include "pipeline/report/report.h"
#include "pipeline/report/series_tally.h"
#include "pipeline/report/stock_tally.h"
#include "pipeline/report/units_tally.h"

namespace dutylist {
namespace {

std::vector<std::string> months_until(const std::vector<ReportUnit>& units,
                                      const std::string& last) {
    std::set<std::string> months;
    for (const ReportUnit& unit : units) {
        for (const std::string& month : unit.months) {
            if (month <= last) months.insert(month);
        }
    }
    return {months.begin(), months.end()};
}

class Builder {
public:
    Builder(const ReportRequest& request, const DocumentLoader& load, Diagnostics& diagnostics)
        : request_(request),
          load_(load),
          diagnostics_(diagnostics),
          labels_(*request.labels),
          month_(request.period.iso()),
          months_(months_until(request.units, month_)),
          base_(choose_base()),
          unit_names_(short_unit_names(units_of(request))),
          stock_(!base_.empty()),
          departments_(!base_.empty(), *request.dictionary),
          series_(months_),
          units_(!base_.empty(), unit_names_),
          across_(unit_names_, labels_.label("own-unit"), *request.dictionary),
          changes_(empty_change_table(labels_)) {}

    Report build() {
        if (base_.empty()) diagnostics_.add(Code::report_no_base, {}, {month_});
        for (std::size_t u = 0; u < request_.units.size(); ++u) take_unit(u);
        tell_unused_entries();
        across_.finish();
        return finish();
    }

private:
    struct Month {
        Document document;
        std::optional<Statistics> statistics;
    };

    static std::vector<Unit> units_of(const ReportRequest& request) {
        std::vector<Unit> units;
        for (const ReportUnit& unit : request.units) units.push_back(unit.unit);
        return units;
    }

    std::string choose_base() const {
        if (months_.empty() || months_.back() != month_) {
            throw JobError(Code::report_month_missing, {}, {month_});
        }
        if (!request_.base) return months_.size() > 1 ? months_[months_.size() - 2] : std::string();
        if (std::find(months_.begin(), months_.end(), *request_.base) == months_.end() ||
            *request_.base == month_) {
            throw JobError(Code::report_base_missing, {}, {*request_.base});
        }
        return *request_.base;
    }

    bool wants_statistics(const std::string& month) const {
        return month == month_ || month == base_;
    }

    std::optional<Month> load(const ReportUnit& unit, const std::string& month) const {
        if (std::find(unit.months.begin(), unit.months.end(), month) == unit.months.end()) {
            return {};
        }
        Month result{load_(unit, month), {}};
        if (wants_statistics(month)) {
            result.statistics = compute_statistics(result.document, *request_.dictionary);
        }
        return result;
    }

    void take_unit(std::size_t u) {
        const ReportUnit& unit = request_.units[u];
        std::optional<Month> previous;
        std::optional<Month> base;  // where it is not the month just before
        const bool base_apart = !base_.empty() && base_ != months_[months_.size() - 2];
        for (std::size_t m = 0; m < months_.size(); ++m) {
            std::optional<Month> present = load(unit, months_[m]);
            const bool last = m + 1 == months_.size();
            std::optional<Comparison> comparison;
            Diagnostics unused;
            if (previous && present) {
                comparison = compare_months(*previous, *present,
                                            last && !base_apart ? diagnostics_ : unused);
            }
            const auto document = [](const std::optional<Month>& month) {
                return month ? &month->document : nullptr;
            };
            if (previous || present) {
                series_.take(m, document(previous), document(present),
                             comparison ? &*comparison : nullptr);
            }
            if (last && base_apart) {
                comparison.reset();
                if (base && present) {
                    comparison = compare_months(*base, *present, diagnostics_);
                }
            }
            if (last) take_transition(u, base_apart ? base : previous, present, comparison);
            if (base_apart && months_[m] == base_) base = present;
            previous = std::move(present);
        }
    }

    Comparison compare_months(const Month& before, const Month& after, Diagnostics& diagnostics) {
        Comparison comparison = compare(before.document, after.document,
                                        {request_.ledger, request_.thresholds, false}, diagnostics);
        for (const ItemChange& change : comparison.changes) {
            if (change.ledger) used_rows_.insert(change.ledger->place.line);
        }
        return comparison;
    }

    void take_transition(std::size_t u, const std::optional<Month>& before,
                         const std::optional<Month>& after,
                         const std::optional<Comparison>& comparison) {
        const auto statistics = [](const std::optional<Month>& month) {
            return month && month->statistics ? &*month->statistics : nullptr;
        };
        const Transition transition{u,
                                    request_.units[u].unit,
                                    before ? &before->document : nullptr,
                                    after ? &after->document : nullptr,
                                    before ? statistics(before) : nullptr,
                                    after ? statistics(after) : nullptr,
                                    comparison ? &*comparison : nullptr};
        stock_.take(transition);
        departments_.take(transition);
        units_.take(transition);
        if (after) across_.take(u, after->document);
        if (!after) {
            diagnostics_.add(Code::report_unit_missing, {},
                             {request_.units[u].unit.full_name(), month_});
        }
        if (!comparison) return;
        for (const ItemChange& change : comparison->changes) {
            changes_.rows.push_back(change_row(labels_, std::to_string(changes_.rows.size() + 1),
                                               unit_names_[u], change));
        }
    }

    void tell_unused_entries() {
        if (!request_.ledger) return;
        for (const LedgerEntry& entry : request_.ledger->entries) {
            if (!entry.month.empty() && entry.month != month_) continue;
            if (used_rows_.contains(entry.place.line)) continue;
            diagnostics_.add(Code::ledger_without_change, entry.place,
                             {entry.new_name.empty() ? entry.old_name : entry.new_name,
                              entry.unit.empty() ? scope_name(request_) : entry.unit});
        }
    }

    Report finish() {
        Report report;
        report.scope = scope_name(request_);
        report.period = request_.period;
        report.base = base_;
        report.title = labels_.label("title");
        report.tables.push_back(stock_.stock(labels_));
        report.tables.push_back(stock_.categories(labels_));
        report.tables.push_back(stock_.changes_by_kind(labels_));
        report.tables.push_back(departments_.departments(labels_));
        report.tables.push_back(departments_.matrix(labels_, false));
        report.tables.push_back(departments_.matrix(labels_, true));
        report.tables.push_back(std::move(changes_));
        report.tables.push_back(units_.table(labels_));
        const bool several = request_.units.size() > 1;
        if (several) {
            report.tables.push_back(across_.summary(labels_));
            report.tables.push_back(across_.common(labels_));
            report.tables.push_back(across_.single(labels_));
            report.tables.push_back(across_.differing(labels_));
        }
        report.tables.push_back(series_.table(labels_));
        std::set<std::string> conditions{base_.empty() ? "no-base" : "base"};
        if (units_.missing() > 0) conditions.insert("missing");
        for (const char* column : {"left", "entered"}) {
            if (!base_.empty() && count_of(*report.table("stock")->value("total", column)) != 0) {
                conditions.insert(column);
                conditions.insert("comparable");
            }
        }
        if (several) conditions.insert("several");
        if (months_.size() > 1) conditions.insert("history");
        if (series_.has_year()) conditions.insert("year");
        if (report.table("departments")->data_row(1)) conditions.insert("departments");
        complete_report(report, labels_, conditions);
        check_report(report);
        return report;
    }

    const ReportRequest& request_;
    const DocumentLoader& load_;
    Diagnostics& diagnostics_;
    const ReportTemplate& labels_;
    std::string month_;
    std::vector<std::string> months_;
    std::string base_;
    std::vector<std::string> unit_names_;
    StockTally stock_;
    DepartmentTally departments_;
    SeriesTally series_;
    UnitsTally units_;
    AcrossTally across_;
    ReportTable changes_;
    std::unordered_set<std::uint32_t> used_rows_;
};

}  // namespace

const ReportTable* Report::table(std::string_view id) const {
    for (const ReportTable& candidate : tables) {
        if (candidate.id == id) return &candidate;
    }
    return nullptr;
}

const std::string& empty_table_text(const Report& report, const ReportTable& table,
                                    const ReportTemplate& labels) {
    if (table.id != "changes") return labels.label("nothing");
    return labels.label(report.base.empty() ? "no-base" : "no-changes");
}

Report build_report(const ReportRequest& request, const DocumentLoader& load,
                    Diagnostics& diagnostics) {
    return Builder(request, load, diagnostics).build();
}

}  // namespace dutylist
