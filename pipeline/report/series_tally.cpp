#include "pipeline/report/series_tally.h"

#include "pipeline/model/period.h"

namespace dutylist {

SeriesTally::SeriesTally(const std::vector<std::string>& months) {
    for (const std::string& month : months) months_.emplace_back().month = month;
}

void SeriesTally::take(std::size_t index, const Document* before, const Document* after,
                       const Comparison* comparison) {
    SeriesMonth& month = months_[index];
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

const SeriesMonth* SeriesTally::year_before() const {
    if (months_.empty()) return nullptr;
    const std::string& last = months_.back().month;
    return find_month(months_, std::to_string(std::stoi(last.substr(0, 4)) - 1) + last.substr(4));
}

// The flows of all months after the first.
SeriesMonth SeriesTally::cumulative() const {
    SeriesMonth all;
    for (const SeriesMonth& month : months_) {
        all.entered += month.entered;
        all.left += month.left;
        for (std::size_t k = 0; k < all.kinds.size(); ++k) all.kinds[k] += month.kinds[k];
    }
    return all;
}

ReportTable SeriesTally::table(const ReportTemplate& labels) const {
    ReportTable table = make_table(labels, series_columns().traits());
    ColumnSum sum{"total", {}};
    for (std::size_t i = 0; i < months_.size(); ++i) {
        const SeriesMonth& month = months_[i];
        const auto period = parse_period(month.month);
        const bool first = i == 0;  // nothing before it
        const SeriesLine line{.month = month.month,
                              .name = period ? period->chinese() : month.month,
                              .all = months_,
                              .stock = month,
                              .opening = month.opening,
                              .flows = &month};
        table.rows.push_back(series_columns().row(month.month, RowKind::data, line, !first));
        if (!first) sum.parts.push_back(month.month);
    }
    const SeriesMonth flows = cumulative();
    const auto add_summary = [&](const std::string& id, const SeriesMonth& from,
                                 const SeriesMonth* told_flows) {
        const SeriesLine line{.month = labels.label("series." + id),
                              .name = {},
                              .all = months_,
                              .stock = months_.back(),
                              .opening = from.closing(),
                              .flows = told_flows,
                              .summary = true};
        table.rows.push_back(series_columns().row(id, RowKind::total, line, true));
    };
    if (months_.size() > 1) {
        add_summary("total", months_.front(), &flows);
        table.column_sums.push_back(std::move(sum));
    }
    if (const SeriesMonth* from = year_before()) add_summary("year", *from, nullptr);
    return table;
}

}  // namespace dutylist
