#include "pipeline/statistics/statistics.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "pipeline/analysis/analyse.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

// Names that differ only in white space are one name; the first form seen is shown, on one line.
class Names {
public:
    std::size_t index_of(std::string_view printed) {
        std::string key = without_white_space(printed);
        const auto [entry, added] = indices_.try_emplace(key, names_.size());
        if (added) {
            const bool one_line = printed.find('\n') == std::string_view::npos;
            names_.push_back(one_line ? std::string(printed) : std::move(key));
        }
        return entry->second;
    }
    std::size_t size() const { return names_.size(); }
    const std::string& operator[](std::size_t index) const { return names_[index]; }

private:
    std::unordered_map<std::string, std::size_t> indices_;
    std::vector<std::string> names_;
};

void add_once(std::vector<std::size_t>& list, std::size_t value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

class Counter {
public:
    Counter(const Document& document, const DepartmentDictionary& dictionary)
        : document_(document), dictionary_(dictionary) {}

    Statistics run() {
        statistics_.unit = document_.unit;
        statistics_.period = document_.period;
        for (const DutyList& list : document_.lists) {
            find_missing(list);
            for (const Item& item : list.items) count(list, item);
        }
        finish_categories();
        finish_departments();
        return std::move(statistics_);
    }

private:
    struct Pair {
        std::size_t category;
        std::size_t department;
        std::uint32_t cooperative = 0;
        std::uint32_t recalled = 0;
    };

    void find_missing(const DutyList& list) {
        if (list.column(CellRole::townships)) {
            statistics_.of_department = true;
            return;
        }
        const auto lacks = [&](CellRole role) { return !list.column(role); };
        NotInSource& missing = statistics_.not_in_source;
        if (list.kind == ListKind::cooperative) {
            missing.departments |= lacks(CellRole::departments);
            missing.superior_duties |= lacks(CellRole::superior_duties);
        } else if (list.kind == ListKind::recalled) {
            missing.handovers |= lacks(CellRole::handover) && lacks(CellRole::handover_department);
        }
    }

    void count(const DutyList& list, const Item& item) {
        const auto kind = static_cast<std::size_t>(list.kind);
        ++statistics_.lists[kind];
        ++statistics_.totals.items;

        const std::size_t category = categories_.index_of(list.text(item, CellRole::category));
        if (category == statistics_.categories.size()) statistics_.categories.emplace_back();
        ++statistics_.categories[category].items[kind];
        ++statistics_.categories[category].total;

        if (list.kind == ListKind::cooperative) count_cooperative(list, item, category);
        count_handovers(list, item, category);
        count_townships(list, item);
    }

    void count_townships(const DutyList& list, const Item& item) {
        std::unordered_set<std::size_t> counted;
        for (const std::string_view name : named_townships(list, item)) {
            const std::size_t township = townships_.index_of(name);
            if (township == statistics_.townships.size())
                statistics_.townships.push_back({townships_[township]});
            if (!counted.insert(township).second) continue;
            TownshipCount& count = statistics_.townships[township];
            ++(list.kind == ListKind::recalled ? count.recalled : count.cooperative);
            ++statistics_.totals.township_mentions;
        }
    }

    std::size_t department(std::string_view printed) {
        const std::size_t index = departments_.index_of(dictionary_.counted_as(printed));
        if (index == statistics_.departments.size()) statistics_.departments.emplace_back();
        return index;
    }

    void count_cooperative(const DutyList& list, const Item& item, std::size_t category) {
        const Cell* cell = list.cell(item, CellRole::departments);
        std::vector<std::size_t> mentioned;  // by index into Item::departments
        std::vector<std::size_t> distinct;
        bool others = false;
        if (cell) {
            for (const DepartmentMention& mention : item.departments) {
                mentioned.push_back(department(cell->view(mention.name)));
                add_once(distinct, mentioned.back());
                others = others || mention.and_others;
            }
        }
        statistics_.totals.department_mentions += static_cast<std::uint32_t>(mentioned.size());
        const bool sole = distinct.size() == 1 && !others;
        for (const std::size_t index : distinct) {
            DepartmentCount& count = statistics_.departments[index];
            ++count.cooperative;
            ++(sole ? count.sole : count.joint);
            ++pair(category, index).cooperative;
        }
        count_points(list, item, mentioned);
    }

    void count_points(const DutyList& list, const Item& item,
                      const std::vector<std::size_t>& mentioned) {
        for (const Point& point : superior_points(list, item, document_.unit)) {
            ++statistics_.totals.superior_points;
            // Those of a department's list are its own.
            if (point.departments.empty() && !list.column(CellRole::townships))
                ++statistics_.totals.shared_points;
            std::vector<std::size_t> owners;
            for (const std::uint32_t index : point.departments) {
                if (index < mentioned.size()) add_once(owners, mentioned[index]);
            }
            for (const std::size_t index : owners) ++statistics_.departments[index].superior_points;
        }
    }

    void count_handovers(const DutyList& list, const Item& item, std::size_t category) {
        statistics_.totals.handovers += static_cast<std::uint32_t>(item.handovers.size());
        std::vector<std::size_t> distinct;
        for (const Handover& handover : item.handovers) {
            const Cell& cell = item.cells[handover.department_cell];
            add_once(distinct, department(cell.view(handover.department)));
        }
        if (list.kind != ListKind::recalled) return;
        for (const std::size_t index : distinct) {
            ++statistics_.departments[index].recalled;
            ++pair(category, index).recalled;
        }
    }

    Pair& pair(std::size_t category, std::size_t department) {
        const std::uint64_t key = (static_cast<std::uint64_t>(category) << 32) | department;
        const auto [entry, added] = pair_indices_.try_emplace(key, pairs_.size());
        if (added) pairs_.push_back({category, department});
        return pairs_[entry->second];
    }

    void finish_categories() {
        for (std::size_t i = 0; i < categories_.size(); ++i) {
            CategoryCount& count = statistics_.categories[i];
            count.name = categories_[i];
            count.share = static_cast<double>(count.total) / statistics_.totals.items;
            if (!count.name.empty()) ++statistics_.totals.categories;
        }
    }

    void finish_departments() {
        std::vector<DepartmentCount>& counts = statistics_.departments;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            counts[i].name = departments_[i];
            if (counts[i].cooperative > 0) ++statistics_.totals.cooperative_departments;
        }
        statistics_.totals.departments = static_cast<std::uint32_t>(counts.size());

        const auto before = [&](const DepartmentCount& a, const DepartmentCount& b) {
            if (a.cooperative != b.cooperative) return a.cooperative > b.cooperative;
            return a.recalled > b.recalled;
        };
        std::vector<std::size_t> order(counts.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return before(counts[a], counts[b]);
        });
        std::vector<std::size_t> position(order.size());
        std::vector<DepartmentCount> sorted;
        sorted.reserve(order.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            position[order[i]] = i;
            sorted.push_back(std::move(counts[order[i]]));
            const bool tie = i > 0 && !before(sorted[i - 1], sorted[i]);
            sorted[i].rank = tie ? sorted[i - 1].rank : static_cast<std::uint32_t>(i + 1);
        }
        counts = std::move(sorted);
        finish_matrix(position);
    }

    void finish_matrix(const std::vector<std::size_t>& position) {
        std::sort(pairs_.begin(), pairs_.end(), [&](const Pair& a, const Pair& b) {
            if (a.category != b.category) return a.category < b.category;
            return position[a.department] < position[b.department];
        });
        for (const Pair& pair : pairs_) {
            statistics_.matrix.push_back({categories_[pair.category], departments_[pair.department],
                                          pair.cooperative, pair.recalled});
        }
    }

    const Document& document_;
    const DepartmentDictionary& dictionary_;
    Statistics statistics_;
    Names categories_;
    Names departments_;
    Names townships_;
    std::vector<Pair> pairs_;
    std::unordered_map<std::uint64_t, std::size_t> pair_indices_;
};

}  // namespace

Statistics compute_statistics(const Document& document, const DepartmentDictionary& dictionary) {
    return Counter(document, dictionary).run();
}

}  // namespace dutylist
