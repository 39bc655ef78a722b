#include "pipeline/report/stock_tally.h"

#include <algorithm>
#include <numeric>

namespace dutylist {
namespace {

ReportTable empty_stock_table(const ReportTemplate& labels) {
    ReportTable table = make_table(labels, "stock",
                                   {{"category", ColumnKind::text},
                                    {"list", ColumnKind::text},
                                    {"opening", ColumnKind::count},
                                    {"added", ColumnKind::count},
                                    {"removed", ColumnKind::count},
                                    {"moved-in", ColumnKind::count},
                                    {"moved-out", ColumnKind::count},
                                    {"entered", ColumnKind::count},
                                    {"left", ColumnKind::count},
                                    {"closing", ColumnKind::count},
                                    {"increase", ColumnKind::change},
                                    {"comparable", ColumnKind::change},
                                    {"growth", ColumnKind::percent},
                                    {"share", ColumnKind::percent},
                                    {"share-change", ColumnKind::points},
                                    {"rank", ColumnKind::rank}});
    table.row_identities = {
        {"closing",
         {{"opening", 1},
          {"added", 1},
          {"removed", -1},
          {"moved-in", 1},
          {"moved-out", -1},
          {"entered", 1},
          {"left", -1}}},
        {"closing", {{"opening", 1}, {"increase", 1}}},
        {"increase", {{"comparable", 1}, {"entered", 1}, {"left", -1}}},
        {"comparable", {{"added", 1}, {"removed", -1}, {"moved-in", 1}, {"moved-out", -1}}}};
    return table;
}

}  // namespace

StockTally::Flow& StockTally::Flow::operator+=(const Flow& other) {
    opening += other.opening;
    added += other.added;
    removed += other.removed;
    moved_in += other.moved_in;
    moved_out += other.moved_out;
    entered += other.entered;
    left += other.left;
    closing += other.closing;
    return *this;
}

StockTally::Flow& StockTally::flow(std::string_view category, ListKind list) {
    const std::size_t index = names_.index_of(category);
    if (index == flows_.size()) flows_.emplace_back();
    return flows_[index][static_cast<std::size_t>(list)];
}

void StockTally::take(const Transition& transition) {
    count_stock(transition);
    if (transition.comparison) count_flows(transition);
}

void StockTally::count_stock(const Transition& transition) {
    const auto for_each = [](const Document& document, const auto& action) {
        for (const DutyList& list : document.lists) {
            for (const Item& item : list.items) {
                action(list.text(item, CellRole::category), list.kind);
            }
        }
    };
    if (transition.after) {
        const bool entered = has_base_ && !transition.before;
        for_each(*transition.after, [&](std::string_view category, ListKind list) {
            Flow& counted = flow(category, list);
            ++counted.closing;
            if (entered) ++counted.entered;
        });
    }
    if (transition.before) {
        for_each(*transition.before, [&](std::string_view category, ListKind list) {
            Flow& counted = flow(category, list);
            ++counted.opening;
            if (!transition.after) ++counted.left;
        });
    }
}

void StockTally::count_flows(const Transition& transition) {
    struct Place {
        std::string_view category;
        ListKind list;
    };
    const auto place = [](const Document& document, ItemPosition position) {
        const DutyList& list = document.lists[position.list];
        return Place{list.text(list.items[position.item], CellRole::category), list.kind};
    };
    for (const Pairing& pairing : transition.comparison->pairings) {
        std::optional<Place> from;
        std::optional<Place> to;
        if (pairing.old_item) from = place(*transition.before, *pairing.old_item);
        if (pairing.new_item) to = place(*transition.after, *pairing.new_item);
        if (!from) {
            ++flow(to->category, to->list).added;
        } else if (!to) {
            ++flow(from->category, from->list).removed;
        } else if (from->list != to->list ||
                   names_.index_of(from->category) != names_.index_of(to->category)) {
            ++flow(from->category, from->list).moved_out;
            ++flow(to->category, to->list).moved_in;
        }
        for (const ChangeKind kind : all_change_kinds) {
            if (!pairing.kinds.has(kind)) continue;
            ++kinds_[static_cast<std::size_t>(kind)]
                    [static_cast<std::size_t>(to ? to->list : from->list)];
        }
    }
}

std::string StockTally::category_name(const ReportTemplate& labels, std::size_t category) const {
    return names_[category].empty() ? labels.label("no-category") : names_[category];
}

ReportTable StockTally::stock(const ReportTemplate& labels) const {
    ReportTable table = empty_stock_table(labels);

    // By list, and last all lists together.
    constexpr std::size_t lists = all_list_kinds.size();
    std::vector<std::array<Flow, lists + 1>> rows(flows_.size() + 1);
    for (std::size_t c = 0; c < flows_.size(); ++c) {
        for (std::size_t l = 0; l < lists; ++l) {
            for (const std::size_t row : {c, flows_.size()}) {
                rows[row][l] += flows_[c][l];
                rows[row][lists] += flows_[c][l];
            }
        }
    }
    std::array<std::vector<std::int64_t>, lists + 1> ranks;
    for (std::size_t l = 0; l <= lists; ++l) {
        std::vector<std::int64_t> closings;
        for (std::size_t c = 0; c < flows_.size(); ++c) closings.push_back(rows[c][l].closing);
        ranks[l] = ranks_of(closings);
    }
    const std::array<Flow, lists + 1>& totals = rows.back();
    // Where all units are there at both ends the increase is comparable as it is.
    const bool other_units = totals[lists].entered != 0 || totals[lists].left != 0;
    if (other_units) table.columns[*table.column("comparable")].hide_when_zero = false;
    const auto row_id = [&](std::size_t c, std::size_t l) {
        const std::string category = c == flows_.size() ? "total" : names_[c];
        return l == lists ? category : category + "/" + std::string(to_string(all_list_kinds[l]));
    };
    for (std::size_t c = 0; c <= flows_.size(); ++c) {
        const bool last = c == flows_.size();
        ColumnSum sum{row_id(c, lists), {}};
        for (std::size_t l = 0; l <= lists; ++l) {
            const Flow& flow = rows[c][l];
            ReportRow row;
            row.id = row_id(c, l);
            row.kind = last ? RowKind::total : l == lists ? RowKind::subtotal : RowKind::data;
            if (l < lists) sum.parts.push_back(row.id);
            row.values = {last ? labels.label("total") : category_name(labels, c),
                          l == lists ? labels.label(last ? "total" : "subtotal")
                                     : labels.list(all_list_kinds[l])};
            for (const std::int64_t value :
                 {flow.opening, flow.added, flow.removed, flow.moved_in, flow.moved_out,
                  flow.entered, flow.left, flow.closing}) {
                row.values.emplace_back(value);
            }
            const std::int64_t increase = flow.closing - flow.opening;
            const Value share = ratio(flow.closing, totals[l].closing);
            row.values.emplace_back(increase);
            row.values.push_back(other_units ? Value(increase - flow.entered + flow.left)
                                             : Value{});
            row.values.push_back(ratio(increase, flow.opening));
            row.values.push_back(share);
            row.values.push_back(points_between(share, ratio(flow.opening, totals[l].opening)));
            row.values.push_back(last ? Value{} : Value(ranks[l][c]));
            if (!has_base_) {
                for (const char* id :
                     {"opening", "added", "removed", "moved-in", "moved-out", "entered", "left",
                      "increase", "comparable", "growth", "share-change"}) {
                    row.values[*table.column(id)] = std::monostate{};
                }
            }
            table.rows.push_back(std::move(row));
        }
        table.column_sums.push_back(std::move(sum));
    }
    for (std::size_t l = 0; l < lists; ++l) {
        ColumnSum sum{row_id(flows_.size(), l), {}};
        for (std::size_t c = 0; c < flows_.size(); ++c) sum.parts.push_back(row_id(c, l));
        table.column_sums.push_back(std::move(sum));
    }
    return table;
}

ReportTable StockTally::categories(const ReportTemplate& labels) const {
    ReportTable table = make_table(labels, "categories",
                                   {{"rank", ColumnKind::rank},
                                    {"category", ColumnKind::text},
                                    {"basic", ColumnKind::count},
                                    {"cooperative", ColumnKind::count},
                                    {"recalled", ColumnKind::count},
                                    {"closing", ColumnKind::count},
                                    {"share", ColumnKind::percent}});
    table.row_identities = {{"closing", {{"basic", 1}, {"cooperative", 1}, {"recalled", 1}}}};
    std::vector<std::int64_t> closings;
    std::array<std::int64_t, all_list_kinds.size()> lists{};
    for (const ListFlows& flows : flows_) {
        closings.push_back(0);
        for (std::size_t l = 0; l < lists.size(); ++l) {
            closings.back() += flows[l].closing;
            lists[l] += flows[l].closing;
        }
    }
    const std::int64_t all = std::accumulate(lists.begin(), lists.end(), std::int64_t{0});
    const std::vector<std::int64_t> ranks = ranks_of(closings);
    std::vector<std::size_t> order(closings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return ranks[a] < ranks[b]; });
    ColumnSum sum{"total", {}};
    for (const std::size_t c : order) {
        if (closings[c] == 0) continue;
        sum.parts.push_back(names_[c]);
        table.rows.push_back(
            {names_[c],
             RowKind::data,
             {ranks[c], category_name(labels, c), flows_[c][0].closing, flows_[c][1].closing,
              flows_[c][2].closing, closings[c], ratio(closings[c], all)}});
    }
    table.rows.push_back(
        {"total",
         RowKind::total,
         {Value{}, labels.label("total"), lists[0], lists[1], lists[2], all, ratio(all, all)}});
    table.column_sums.push_back(std::move(sum));
    return table;
}

ReportTable StockTally::changes_by_kind(const ReportTemplate& labels) const {
    ReportTable table = make_table(labels, "changes-by-kind",
                                   {{"kind", ColumnKind::text},
                                    {"basic", ColumnKind::count},
                                    {"cooperative", ColumnKind::count},
                                    {"recalled", ColumnKind::count},
                                    {"total", ColumnKind::count}});
    table.row_identities = {{"total", {{"basic", 1}, {"cooperative", 1}, {"recalled", 1}}}};
    for (const ChangeKind kind : all_change_kinds) {
        const auto& counts = kinds_[static_cast<std::size_t>(kind)];
        ReportRow row{std::string(to_string(kind)), RowKind::data, {labels.change(kind)}};
        for (const std::int64_t count : counts) row.values.emplace_back(count);
        row.values.emplace_back(counts[0] + counts[1] + counts[2]);
        if (!has_base_) std::fill(row.values.begin() + 1, row.values.end(), Value{});
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace dutylist
