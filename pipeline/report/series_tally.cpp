#include "pipeline/report/series_tally.h"

#include <algorithm>

#include "pipeline/model/period.h"

namespace dutylist {
namespace {

ReportTable empty_table(const ReportTemplate& labels) {
    ReportTable table = make_table(labels, "series",
                                   {{"month", ColumnKind::text},
                                    {"month-name", ColumnKind::text},
                                    {"units", ColumnKind::count},
                                    {"basic", ColumnKind::count},
                                    {"cooperative", ColumnKind::count},
                                    {"recalled", ColumnKind::count},
                                    {"opening", ColumnKind::count},
                                    {"added", ColumnKind::count},
                                    {"removed", ColumnKind::count},
                                    {"entered", ColumnKind::count},
                                    {"left", ColumnKind::count},
                                    {"closing", ColumnKind::count},
                                    {"increase", ColumnKind::change},
                                    {"growth", ColumnKind::percent},
                                    {"moved", ColumnKind::count},
                                    {"renamed", ColumnKind::count},
                                    {"category", ColumnKind::count},
                                    {"departments", ColumnKind::count},
                                    {"modified", ColumnKind::count}});
    table.row_identities = {
        {"closing", {{"opening", 1}, {"added", 1}, {"removed", -1}, {"entered", 1}, {"left", -1}}},
        {"closing", {{"opening", 1}, {"increase", 1}}},
        {"closing", {{"basic", 1}, {"cooperative", 1}, {"recalled", 1}}}};
    table.not_summed = {"units",   "basic",   "cooperative", "recalled",
                        "opening", "closing", "increase"};
    return table;
}

}  // namespace

SeriesTally::SeriesTally(std::vector<std::string> months)
    : months_(std::move(months)), figures_(months_.size()) {}

void SeriesTally::take(std::size_t index, const Document* before, const Document* after,
                       const Comparison* comparison) {
    Month& month = figures_[index];
    const auto size = [](const Document* document) {
        return static_cast<std::int64_t>(document ? document->item_count() : 0);
    };
    month.opening += size(before);
    if (after) {
        ++month.units;
        for (const DutyList& list : after->lists) {
            month.lists[static_cast<std::size_t>(list.kind)] +=
                static_cast<std::int64_t>(list.items.size());
        }
    }
    if (index == 0) return;
    if (!comparison) {
        (after ? month.entered : month.left) += size(after ? after : before);
        return;
    }
    for (const Pairing& pairing : comparison->pairings) {
        for (const ChangeKind kind : all_change_kinds) {
            if (pairing.kinds.has(kind)) ++month.kinds[static_cast<std::size_t>(kind)];
        }
    }
}

std::size_t SeriesTally::year_before() const {
    if (months_.empty()) return months_.size();
    std::string wanted = months_.back();
    const int year = std::stoi(wanted.substr(0, 4)) - 1;
    wanted.replace(0, 4, std::to_string(year));
    return static_cast<std::size_t>(std::find(months_.begin(), months_.end(), wanted) -
                                    months_.begin());
}

bool SeriesTally::has_year() const { return year_before() < months_.size(); }

ReportTable SeriesTally::table(const ReportTemplate& labels) const {
    ReportTable table = empty_table(labels);
    const auto kind = [](const Month& month, ChangeKind wanted) {
        return month.kinds[static_cast<std::size_t>(wanted)];
    };
    ColumnSum sum{"total", {}};
    Month all;
    for (std::size_t i = 0; i < months_.size(); ++i) {
        const Month& month = figures_[i];
        const auto period = parse_period(months_[i]);
        const std::int64_t increase = month.closing() - month.opening;
        ReportRow row{
            months_[i],
            RowKind::data,
            {months_[i], period ? period->chinese() : months_[i], month.units, month.lists[0],
             month.lists[1], month.lists[2], month.opening, kind(month, ChangeKind::added),
             kind(month, ChangeKind::removed), month.entered, month.left, month.closing(), increase,
             ratio(increase, month.opening), kind(month, ChangeKind::moved),
             kind(month, ChangeKind::renamed), kind(month, ChangeKind::category),
             kind(month, ChangeKind::departments), kind(month, ChangeKind::modified)}};
        if (i == 0) {  // nothing before it
            for (const ReportColumn& column : table.columns) {
                const bool stock = column.id == "units" || column.id == "basic" ||
                                   column.id == "cooperative" || column.id == "recalled" ||
                                   column.id == "closing" || column.kind == ColumnKind::text;
                if (!stock) row.values[*table.column(column.id)] = std::monostate{};
            }
        } else {
            sum.parts.push_back(row.id);
        }
        all.entered += month.entered;
        all.left += month.left;
        for (std::size_t k = 0; k < all.kinds.size(); ++k) all.kinds[k] += month.kinds[k];
        table.rows.push_back(std::move(row));
    }
    const auto summary = [&](const std::string& id, const Month& from, const Month& to) {
        const std::int64_t increase = to.closing() - from.closing();
        return ReportRow{id,
                         RowKind::total,
                         {labels.label("series." + id), std::string(), to.units, to.lists[0],
                          to.lists[1], to.lists[2], from.closing(), Value{}, Value{}, Value{},
                          Value{}, to.closing(), increase, ratio(increase, from.closing()), Value{},
                          Value{}, Value{}, Value{}, Value{}}};
    };
    if (months_.size() > 1) {
        ReportRow row = summary("total", figures_.front(), figures_.back());
        const auto set = [&](const char* id, std::int64_t value) {
            row.values[*table.column(id)] = value;
        };
        for (const ChangeKind one : all_change_kinds) {
            set(std::string(to_string(one)).c_str(), kind(all, one));
        }
        set("entered", all.entered);
        set("left", all.left);
        table.rows.push_back(std::move(row));
        table.column_sums.push_back(std::move(sum));
    }
    if (has_year()) {
        table.rows.push_back(summary("year", figures_[year_before()], figures_.back()));
    }
    return table;
}

}  // namespace dutylist
