#include "pipeline/report/department_tally.h"

#include <algorithm>
#include <numeric>

#include "pipeline/report/ratios.h"
#include "pipeline/report/report_tables.h"

namespace dutylist {

DepartmentFigures& DepartmentTally::figures(std::string_view name) {
    const std::size_t index = names_.index_of(name);
    if (index == figures_.size()) figures_.emplace_back();
    return figures_[index];
}

void DepartmentTally::take(const Transition& transition) {
    if (transition.after_statistics) {
        const bool entered = has_base_ && !transition.before;
        for (const DepartmentCount& count : transition.after_statistics->departments) {
            DepartmentFigures& target = figures(count.name);
            target[DepartmentFigure::closing] += count.cooperative;
            target[DepartmentFigure::sole] += count.sole;
            target[DepartmentFigure::joint] += count.joint;
            target[DepartmentFigure::recalled] += count.recalled;
            target[DepartmentFigure::points] += count.superior_points;
            if (entered) target[DepartmentFigure::entered] += count.cooperative;
        }
        for (const MatrixEntry& entry : transition.after_statistics->matrix) {
            const std::size_t category = categories_.index_of(entry.category);
            MatrixCell& cell = matrix_[{names_.index_of(entry.department), category}];
            cell.cooperative += entry.cooperative;
            cell.recalled += entry.recalled;
        }
    }
    if (transition.before_statistics) {
        for (const DepartmentCount& count : transition.before_statistics->departments) {
            DepartmentFigures& target = figures(count.name);
            target[DepartmentFigure::opening] += count.cooperative;
            target[DepartmentFigure::recalled_opening] += count.recalled;
            target[DepartmentFigure::points_opening] += count.superior_points;
            if (!transition.after) target[DepartmentFigure::left] += count.cooperative;
        }
    }
    if (transition.comparison) count_flows(transition);
    count_items(transition);
}

std::vector<std::size_t> DepartmentTally::cooperative_departments(const Document& document,
                                                                  ItemPosition position) {
    std::vector<std::size_t> result;
    const DutyList& list = document.lists[position.list];
    const Item& item = list.items[position.item];
    const Cell* cell = list.cell(item, CellRole::departments);
    if (list.kind != ListKind::cooperative || !cell) return result;
    for (const DepartmentMention& mention : item.departments) {
        const std::string_view counted = dictionary_.counted_as(cell->view(mention.name));
        const std::size_t index = names_.index_of(counted);
        if (index == figures_.size()) figures_.emplace_back();
        if (std::find(result.begin(), result.end(), index) == result.end()) {
            result.push_back(index);
        }
    }
    return result;
}

void DepartmentTally::count_flows(const Transition& transition) {
    for (const Pairing& pairing : transition.comparison->pairings) {
        std::vector<std::size_t> from;
        std::vector<std::size_t> to;
        if (pairing.old_item) from = cooperative_departments(*transition.before, *pairing.old_item);
        if (pairing.new_item) to = cooperative_departments(*transition.after, *pairing.new_item);
        const auto missing_in = [](const std::vector<std::size_t>& all, std::size_t index) {
            return std::find(all.begin(), all.end(), index) == all.end();
        };
        for (const std::size_t index : to) {
            if (missing_in(from, index)) ++figures_[index][DepartmentFigure::gained];
        }
        for (const std::size_t index : from) {
            if (missing_in(to, index)) ++figures_[index][DepartmentFigure::lost];
        }
    }
}

void DepartmentTally::count_items(const Transition& transition) {
    if (transition.before_statistics) {
        items_[DepartmentFigure::opening] += transition.before_statistics->lists[1];
        items_[DepartmentFigure::recalled_opening] += transition.before_statistics->lists[2];
        items_[DepartmentFigure::points_opening] +=
            transition.before_statistics->totals.superior_points;
    }
    if (!transition.after_statistics) return;
    items_[DepartmentFigure::closing] += transition.after_statistics->lists[1];
    items_[DepartmentFigure::recalled] += transition.after_statistics->lists[2];
    items_[DepartmentFigure::points] += transition.after_statistics->totals.superior_points;
    const Document& document = *transition.after;
    for (std::uint32_t l = 0; l < document.lists.size(); ++l) {
        for (std::uint32_t i = 0; i < document.lists[l].items.size(); ++i) {
            const std::vector<std::size_t> departments = cooperative_departments(document, {l, i});
            if (departments.empty()) continue;
            const auto& mentions = document.lists[l].items[i].departments;
            const bool others =
                std::any_of(mentions.begin(), mentions.end(),
                            [](const DepartmentMention& mention) { return mention.and_others; });
            ++items_[departments.size() == 1 && !others ? DepartmentFigure::sole
                                                        : DepartmentFigure::joint];
        }
    }
}

// By cooperative items, then recalled, ties as first seen.
std::vector<std::size_t> DepartmentTally::order() const {
    std::vector<std::size_t> order(figures_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(figures_[a][DepartmentFigure::closing],
                         figures_[a][DepartmentFigure::recalled]) >
               std::pair(figures_[b][DepartmentFigure::closing],
                         figures_[b][DepartmentFigure::recalled]);
    });
    return order;
}

ReportTable DepartmentTally::departments(const ReportTemplate& labels) const {
    ReportTable table = make_table(labels, department_columns().traits());
    std::vector<std::int64_t> keys;
    for (const DepartmentFigures& one : figures_) {
        keys.push_back(one[DepartmentFigure::closing] << 32 | one[DepartmentFigure::recalled]);
    }
    const std::vector<std::int64_t> ranks = ranks_of(keys);
    ColumnSum sum{"mentions-total", {}};
    DepartmentLine mentions{{}, labels.label("mentions-total"), {}};
    for (const std::size_t index : order()) {
        const DepartmentLine line{ranks[index], names_[index], figures_[index]};
        table.rows.push_back(
            department_columns().row(names_[index], RowKind::data, line, has_base_));
        sum.parts.push_back(names_[index]);
        mentions.figures += figures_[index];
    }
    table.rows.push_back(
        department_columns().row("mentions-total", RowKind::total, mentions, has_base_));
    table.column_sums.push_back(std::move(sum));
    const DepartmentLine items{{}, labels.label("items-total"), items_, false};
    table.rows.push_back(department_columns().row("items-total", RowKind::total, items, has_base_));
    return table;
}

ReportTable DepartmentTally::matrix(const ReportTemplate& labels, bool recalled) const {
    ReportTable table = make_table(labels, matrix_table(recalled));
    // The categories stand before the total.
    ReportColumn total_column = std::move(table.columns.back());
    table.columns.pop_back();
    const auto value = [&](const MatrixCell& cell) {
        return recalled ? cell.recalled : cell.cooperative;
    };
    std::vector<bool> used(categories_.size(), false);
    for (const auto& [place, cell] : matrix_) {
        if (value(cell) != 0) used[place.second] = true;
    }
    std::vector<std::size_t> shown;
    RowIdentity identity{"total", {}};
    for (std::size_t c = 0; c < categories_.size(); ++c) {
        if (!used[c]) continue;
        shown.push_back(c);
        const std::string& name = categories_[c];
        table.columns.push_back(
            {name, name.empty() ? labels.label("no-category") : name, ColumnKind::count, 1, false});
        identity.terms.emplace_back(name, 1);
    }
    table.columns.push_back(std::move(total_column));
    table.row_identities.push_back(std::move(identity));

    ColumnSum sum{"total", {}};
    std::vector<std::int64_t> totals(shown.size() + 1, 0);
    for (const std::size_t department : order()) {
        ReportRow row{names_[department], RowKind::data, {names_[department]}};
        std::int64_t across = 0;
        for (std::size_t s = 0; s < shown.size(); ++s) {
            const auto found = matrix_.find({department, shown[s]});
            const std::int64_t count = found == matrix_.end() ? 0 : value(found->second);
            row.values.emplace_back(count);
            across += count;
            totals[s] += count;
        }
        if (across == 0) continue;
        row.values.emplace_back(across);
        totals.back() += across;
        sum.parts.push_back(row.id);
        table.rows.push_back(std::move(row));
    }
    ReportRow row{"total", RowKind::total, {labels.label("total")}};
    for (const std::int64_t total : totals) row.values.emplace_back(total);
    table.rows.push_back(std::move(row));
    table.column_sums.push_back(std::move(sum));
    return table;
}

}  // namespace dutylist
