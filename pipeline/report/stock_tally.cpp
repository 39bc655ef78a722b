#include "pipeline/report/stock_tally.h"

#include <algorithm>
#include <numeric>

#include "pipeline/report/ratios.h"

namespace dutylist {

StockFigures& StockTally::figures(std::string_view category, ListKind list) {
    const std::size_t index = names_.index_of(category);
    if (index == figures_.size()) figures_.emplace_back();
    return figures_[index][static_cast<std::size_t>(list)];
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
            StockFigures& counted = figures(category, list);
            ++counted[StockFigure::closing];
            if (entered) ++counted[StockFigure::entered];
        });
    }
    if (transition.before) {
        for_each(*transition.before, [&](std::string_view category, ListKind list) {
            StockFigures& counted = figures(category, list);
            ++counted[StockFigure::opening];
            if (!transition.after) ++counted[StockFigure::left];
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
            ++figures(to->category, to->list)[StockFigure::added];
        } else if (!to) {
            ++figures(from->category, from->list)[StockFigure::removed];
        } else if (from->list != to->list ||
                   names_.index_of(from->category) != names_.index_of(to->category)) {
            ++figures(from->category, from->list)[StockFigure::moved_out];
            ++figures(to->category, to->list)[StockFigure::moved_in];
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

// By category, and last all categories together.
std::vector<StockTally::FiguresWithTotal> StockTally::summed() const {
    constexpr std::size_t lists = all_list_kinds.size();
    std::vector<FiguresWithTotal> rows(figures_.size() + 1);
    for (std::size_t c = 0; c < figures_.size(); ++c) {
        for (std::size_t l = 0; l < lists; ++l) {
            for (const std::size_t row : {c, figures_.size()}) {
                rows[row][l] += figures_[c][l];
                rows[row][lists] += figures_[c][l];
            }
        }
    }
    return rows;
}

ReportTable StockTally::stock(const ReportTemplate& labels) const {
    ReportTable table = make_table(labels, stock_columns().traits());
    const std::vector<FiguresWithTotal> rows = summed();
    for (std::size_t c = 0; c < rows.size(); ++c) add_category(table, labels, c, rows);
    for (const ListKind list : all_list_kinds) {
        const std::string suffix = "/" + std::string(to_string(list));
        ColumnSum sum{"total" + suffix, {}};
        for (std::size_t c = 0; c < figures_.size(); ++c) sum.parts.push_back(names_[c] + suffix);
        table.column_sums.push_back(std::move(sum));
    }
    return table;
}

// A row for each list and one for all; the last category is all categories.
void StockTally::add_category(ReportTable& table, const ReportTemplate& labels,
                              std::size_t category,
                              const std::vector<FiguresWithTotal>& rows) const {
    constexpr std::size_t lists = all_list_kinds.size();
    const bool last = category == figures_.size();
    const StockFigures& all = rows.back()[lists];
    const std::string id = last ? "total" : names_[category];
    ColumnSum sum{id, {}};
    for (std::size_t l = 0; l <= lists; ++l) {
        StockLine line;
        line.category = last ? labels.label("total") : category_name(labels, category);
        line.list =
            l < lists ? labels.list(all_list_kinds[l]) : labels.label(last ? "total" : "subtotal");
        line.figures = rows[category][l];
        line.whole = rows.back()[l];
        line.same_units = all[StockFigure::entered] == 0 && all[StockFigure::left] == 0;
        if (!last) {
            line.rank =
                1 + std::count_if(rows.begin(), rows.end() - 1, [&](const auto& other) {
                    return other[l][StockFigure::closing] > line.figures[StockFigure::closing];
                });
        }
        const RowKind kind = last ? RowKind::total : l == lists ? RowKind::subtotal : RowKind::data;
        std::string row_id = id;
        if (l < lists) {
            row_id += "/" + std::string(to_string(all_list_kinds[l]));
            sum.parts.push_back(row_id);
        }
        table.rows.push_back(stock_columns().row(std::move(row_id), kind, line, has_base_));
    }
    table.column_sums.push_back(std::move(sum));
}

ReportTable StockTally::categories(const ReportTemplate& labels) const {
    ReportTable table = make_table(labels, category_columns().traits());
    std::vector<CategoryLine> lines(figures_.size());
    CategoryLine total{Value{}, labels.label("total"), {}, 0};
    std::vector<std::int64_t> closings(figures_.size(), 0);
    for (std::size_t c = 0; c < figures_.size(); ++c) {
        lines[c].category = category_name(labels, c);
        for (std::size_t l = 0; l < total.lists.size(); ++l) {
            const std::int64_t closing = figures_[c][l][StockFigure::closing];
            lines[c].lists[l] = closing;
            total.lists[l] += closing;
            closings[c] += closing;
            total.all += closing;
        }
    }
    const std::vector<std::int64_t> ranks = ranks_of(closings);
    std::vector<std::size_t> order(closings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return ranks[a] < ranks[b]; });
    ColumnSum sum{"total", {}};
    for (const std::size_t c : order) {
        if (closings[c] == 0) continue;
        lines[c].rank = ranks[c];
        lines[c].all = total.all;
        sum.parts.push_back(names_[c]);
        table.rows.push_back(category_columns().row(names_[c], RowKind::data, lines[c], has_base_));
    }
    table.rows.push_back(category_columns().row("total", RowKind::total, total, has_base_));
    table.column_sums.push_back(std::move(sum));
    return table;
}

ReportTable StockTally::changes_by_kind(const ReportTemplate& labels) const {
    ReportTable table = make_table(labels, kind_columns().traits());
    for (const ChangeKind kind : all_change_kinds) {
        const KindLine line{labels.change(kind), kinds_[static_cast<std::size_t>(kind)]};
        table.rows.push_back(
            kind_columns().row(std::string(to_string(kind)), RowKind::data, line, has_base_));
    }
    return table;
}

}  // namespace dutylist
