#include "pipeline/report/department_tally.h"

#include <algorithm>
#include <numeric>

namespace dutylist {

DepartmentTally::Figures& DepartmentTally::figures(std::string_view name) {
    const std::size_t index = names_.index_of(name);
    if (index == figures_.size()) figures_.emplace_back();
    return figures_[index];
}

void DepartmentTally::take(const Transition& transition) {
    if (transition.after_statistics) {
        const bool entered = has_base_ && !transition.before;
        for (const DepartmentCount& count : transition.after_statistics->departments) {
            Figures& target = figures(count.name);
            target.closing += count.cooperative;
            target.sole += count.sole;
            target.joint += count.joint;
            target.recalled += count.recalled;
            target.points += count.superior_points;
            if (entered) target.entered += count.cooperative;
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
            Figures& target = figures(count.name);
            target.opening += count.cooperative;
            target.recalled_opening += count.recalled;
            target.points_opening += count.superior_points;
            if (!transition.after) target.left += count.cooperative;
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
            if (missing_in(from, index)) ++figures_[index].gained;
        }
        for (const std::size_t index : from) {
            if (missing_in(to, index)) ++figures_[index].lost;
        }
    }
}

void DepartmentTally::count_items(const Transition& transition) {
    if (transition.before_statistics) {
        items_.opening += transition.before_statistics->lists[1];
        items_.recalled_opening += transition.before_statistics->lists[2];
        items_.points_opening += transition.before_statistics->totals.superior_points;
    }
    if (!transition.after_statistics) return;
    items_.closing += transition.after_statistics->lists[1];
    items_.recalled += transition.after_statistics->lists[2];
    items_.points += transition.after_statistics->totals.superior_points;
    const Document& document = *transition.after;
    for (std::uint32_t l = 0; l < document.lists.size(); ++l) {
        for (std::uint32_t i = 0; i < document.lists[l].items.size(); ++i) {
            const std::vector<std::size_t> departments = cooperative_departments(document, {l, i});
            if (departments.empty()) continue;
            const auto& mentions = document.lists[l].items[i].departments;
            const bool others =
                std::any_of(mentions.begin(), mentions.end(),
                            [](const DepartmentMention& mention) { return mention.and_others; });
            ++(departments.size() == 1 && !others ? items_.sole : items_.joint);
        }
    }
}

// By cooperative items, then recalled, ties as first seen.
std::vector<std::size_t> DepartmentTally::order() const {
    std::vector<std::size_t> order(figures_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(figures_[a].closing, figures_[a].recalled) >
               std::pair(figures_[b].closing, figures_[b].recalled);
    });
    return order;
}

ReportTable DepartmentTally::departments(const ReportTemplate& labels) const {
    ReportTable table = make_table(labels, "departments",
                                   {{"rank", ColumnKind::rank},
                                    {"department", ColumnKind::text},
                                    {"opening", ColumnKind::count},
                                    {"gained", ColumnKind::count},
                                    {"lost", ColumnKind::count},
                                    {"entered", ColumnKind::count},
                                    {"left", ColumnKind::count},
                                    {"closing", ColumnKind::count},
                                    {"increase", ColumnKind::change},
                                    {"sole", ColumnKind::count},
                                    {"joint", ColumnKind::count},
                                    {"recalled-opening", ColumnKind::count},
                                    {"recalled", ColumnKind::count},
                                    {"recalled-increase", ColumnKind::change},
                                    {"points", ColumnKind::count},
                                    {"points-increase", ColumnKind::change}});
    table.row_identities = {
        {"closing", {{"opening", 1}, {"gained", 1}, {"lost", -1}, {"entered", 1}, {"left", -1}}},
        {"closing", {{"opening", 1}, {"increase", 1}}},
        // An item may name no department at all.
        {"closing", {{"sole", 1}, {"joint", 1}}, "items-total"},
        {"recalled", {{"recalled-opening", 1}, {"recalled-increase", 1}}}};
    const auto without_base = [&](ReportRow& row) {
        if (has_base_) return;
        for (const char* id : {"opening", "gained", "lost", "entered", "left", "increase",
                               "recalled-opening", "recalled-increase", "points-increase"}) {
            row.values[*table.column(id)] = std::monostate{};
        }
    };
    std::vector<std::int64_t> keys;
    for (const Figures& one : figures_) keys.push_back(one.closing << 32 | one.recalled);
    const std::vector<std::int64_t> ranks = ranks_of(keys);
    ColumnSum sum{"mentions-total", {}};
    Figures all;
    for (const std::size_t index : order()) {
        const Figures& one = figures_[index];
        sum.parts.push_back(names_[index]);
        table.rows.push_back(
            {names_[index],
             RowKind::data,
             {ranks[index], names_[index], one.opening, one.gained, one.lost, one.entered, one.left,
              one.closing, one.closing - one.opening, one.sole, one.joint, one.recalled_opening,
              one.recalled, one.recalled - one.recalled_opening, one.points,
              one.points - one.points_opening}});
        without_base(table.rows.back());
        all.opening += one.opening;
        all.gained += one.gained;
        all.lost += one.lost;
        all.entered += one.entered;
        all.left += one.left;
        all.closing += one.closing;
        all.sole += one.sole;
        all.joint += one.joint;
        all.recalled_opening += one.recalled_opening;
        all.recalled += one.recalled;
        all.points_opening += one.points_opening;
        all.points += one.points;
    }
    table.rows.push_back(
        {"mentions-total",
         RowKind::total,
         {Value{}, labels.label("mentions-total"), all.opening, all.gained, all.lost, all.entered,
          all.left, all.closing, all.closing - all.opening, all.sole, all.joint,
          all.recalled_opening, all.recalled, all.recalled - all.recalled_opening, all.points,
          all.points - all.points_opening}});
    without_base(table.rows.back());
    table.column_sums.push_back(std::move(sum));
    table.rows.push_back(
        {"items-total",
         RowKind::total,
         {Value{}, labels.label("items-total"), items_.opening, Value{}, Value{}, Value{}, Value{},
          items_.closing, items_.closing - items_.opening, items_.sole, items_.joint,
          items_.recalled_opening, items_.recalled, items_.recalled - items_.recalled_opening,
          items_.points, items_.points - items_.points_opening}});
    without_base(table.rows.back());
    return table;
}

ReportTable DepartmentTally::matrix(const ReportTemplate& labels, bool recalled) const {
    ReportTable table = make_table(labels, recalled ? "matrix-recalled" : "matrix",
                                   {{"department", ColumnKind::text}});
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
    const ReportTableLabel* label = labels.table(table.id);
    const ReportColumnLabel* total_label = label ? label->column("total") : nullptr;
    table.columns.push_back(
        {"total", total_label ? total_label->title : "total", ColumnKind::count, 1, false});
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
