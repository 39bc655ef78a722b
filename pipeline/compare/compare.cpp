#include "pipeline/compare/compare.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "pipeline/compare/ledger_entries.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

std::vector<std::string> only_in(const std::vector<std::string>& names,
                                 const std::vector<std::string>& others) {
    std::unordered_set<std::string> known;
    for (const std::string& other : others) known.insert(without_white_space(other));
    std::vector<std::string> result;
    for (const std::string& name : names) {
        if (!known.contains(without_white_space(name))) result.push_back(name);
    }
    return result;
}

// Columns of the same role in the order in which they stand, so that several extras pair up.
std::vector<std::pair<std::optional<std::size_t>, std::optional<std::size_t>>> paired_columns(
    const DutyList& before, const DutyList& after) {
    std::vector<std::pair<std::optional<std::size_t>, std::optional<std::size_t>>> pairs;
    const auto key = [](const Column& column) {
        return std::make_pair(column.role, column.role == CellRole::extra
                                               ? std::string_view(column.head)
                                               : std::string_view());
    };
    std::map<std::pair<CellRole, std::string_view>, std::vector<std::size_t>> unpaired;
    for (std::size_t i = before.columns.size(); i-- > 0;)
        unpaired[key(before.columns[i])].push_back(i);  // the first one last
    std::vector<bool> used(before.columns.size(), false);
    for (std::size_t j = 0; j < after.columns.size(); ++j) {
        const auto found = unpaired.find(key(after.columns[j]));
        std::optional<std::size_t> match;
        if (found != unpaired.end() && !found->second.empty()) {
            match = found->second.back();
            found->second.pop_back();
            used[*match] = true;
        }
        pairs.emplace_back(match, j);
    }
    for (std::size_t i = 0; i < before.columns.size(); ++i) {
        if (!used[i]) pairs.emplace_back(i, std::nullopt);
    }
    return pairs;
}

bool shown_apart(CellRole role) {  // has a place of its own in ItemChange
    return role == CellRole::number || role == CellRole::category || role == CellRole::name ||
           role == CellRole::departments || role == CellRole::handover_department;
}

class Comparer {
public:
    Comparer(const Document& before, const Document& after, const CompareSettings& settings,
             Diagnostics& diagnostics)
        : before_(before),
          after_(after),
          settings_(settings),
          diagnostics_(diagnostics),
          old_items_(view_items(before)),
          new_items_(view_items(after)) {}

    Comparison run() {
        tell_about_documents();
        choose_entries();
        const std::vector<ForcedPair> forced = forced_pairs();
        const std::vector<MatchedPair> pairs =
            match_items(old_items_, new_items_, forced, settings_.thresholds);
        collect(pairs);
        if (settings_.tell_unused_entries) tell_unused_entries();
        return std::move(result_);
    }

private:
    void tell_about_documents() {
        const Unit& a = before_.unit;
        const Unit& b = after_.unit;
        if (!a.empty() && !b.empty() && !(a == b)) {
            diagnostics_.add(Code::compare_different_units, {}, {a.full_name(), b.full_name()});
        }
        tell_duplicates(before_, old_items_);
        tell_duplicates(after_, new_items_);
    }

    void tell_duplicates(const Document& document, const std::vector<ItemView>& items) {
        std::unordered_map<std::string, const ItemView*> seen;
        for (const ItemView& item : items) {
            if (item.name.empty()) continue;
            const auto [at, is_new] = seen.emplace(
                static_cast<char>('0' + static_cast<int>(item.kind())) + item.name, &item);
            if (is_new) continue;
            diagnostics_.add(Code::compare_duplicate_item, place_of(document, item),
                             {std::string(item.list->text(*item.item, CellRole::name)),
                              printed_number(*at->second), printed_number(item)});
        }
    }

    static std::string printed_number(const ItemView& item) {
        return std::string(item.list->text(*item.item, CellRole::number));
    }

    static SourceLocation place_of(const Document& document, const ItemView& item) {
        const Cell* cell = item.list->cell(*item.item, CellRole::name);
        if (cell && !cell->source.empty()) return cell->source.locate(cell->text, 0);
        return {document.source_file, {}, 0, 0};
    }

    void choose_entries() {
        if (settings_.ledger) entries_.choose(*settings_.ledger, after_.unit, after_.period);
    }

    std::vector<ForcedPair> forced_pairs() const {
        std::vector<ForcedPair> forced;
        if (entries_.all().empty()) return forced;
        const ItemsByName old_items(old_items_);
        const ItemsByName new_items(new_items_);
        for (const LedgerEntry* entry : entries_.all()) {
            const auto old_index = old_items.find(entry->old_name, {});
            const auto new_index = new_items.find(entry->new_name, entry->list);
            const bool both_named = !entry->old_name.empty() && !entry->new_name.empty();
            if (both_named && old_index && new_index) forced.push_back({old_index, new_index});
            // One name alone settles that an item is new or gone, unless the other document has an
            // item of that very name: then the row is a remark about it.
            if (entry->old_name.empty() && new_index && !old_items.find(entry->new_name, {})) {
                forced.push_back({std::nullopt, new_index});
            }
            if (entry->new_name.empty() && old_index && !new_items.find(entry->old_name, {})) {
                forced.push_back({old_index, std::nullopt});
            }
        }
        return forced;
    }

    void collect(const std::vector<MatchedPair>& pairs) {
        std::vector<bool> old_paired(old_items_.size(), false);
        std::vector<const MatchedPair*> of_new(new_items_.size(), nullptr);
        for (const MatchedPair& pair : pairs) {
            old_paired[pair.old_index] = true;
            of_new[pair.new_index] = &pair;
        }
        std::array<bool, all_list_kinds.size()> removed_told{};
        const auto removed_of = [&](ListKind kind) {
            if (std::exchange(removed_told[static_cast<std::size_t>(kind)], true)) return;
            for (std::uint32_t i = 0; i < old_items_.size(); ++i) {
                if (!old_paired[i] && old_items_[i].kind() == kind) {
                    add({old_items_[i].position, {}, 0, false, {ChangeKind::removed}},
                        &old_items_[i], nullptr);
                }
            }
        };
        std::array<std::size_t, all_list_kinds.size()> last_of_kind{};
        for (std::size_t j = 0; j < new_items_.size(); ++j) {
            last_of_kind[static_cast<std::size_t>(new_items_[j].kind())] = j;
        }
        for (std::uint32_t j = 0; j < new_items_.size(); ++j) {
            const ItemView& item = new_items_[j];
            if (!of_new[j]) {
                add({{}, item.position, 0, false, {ChangeKind::added}}, nullptr, &item);
            } else {
                const ItemView& old_item = old_items_[of_new[j]->old_index];
                add({old_item.position, item.position, of_new[j]->likeness, of_new[j]->forced,
                     kinds_of(old_item, item)},
                    &old_item, &item);
            }
            if (last_of_kind[static_cast<std::size_t>(item.kind())] == j) removed_of(item.kind());
        }
        for (const ListKind kind : all_list_kinds) removed_of(kind);
    }

    static ChangeKinds kinds_of(const ItemView& before, const ItemView& after) {
        ChangeKinds kinds;
        const bool moved = before.kind() != after.kind();
        if (!moved && before.content == after.content) return kinds;
        if (moved) kinds.add(ChangeKind::moved);
        if (before.name != after.name) kinds.add(ChangeKind::renamed);
        if (before.category != after.category) kinds.add(ChangeKind::category);
        for (const auto& [i, j] : paired_columns(*before.list, *after.list)) {
            if (!i || !j) {
                // A column that the list did not have or has no longer.
                const ItemView& side = i ? before : after;
                if (!moved && !trimmed(side.item->cells[i ? *i : *j].text).empty()) {
                    kinds.add(ChangeKind::modified);
                }
                continue;
            }
            compare_cells(before, *i, after, *j, kinds);
        }
        return kinds;
    }

    static void compare_cells(const ItemView& before, std::size_t i, const ItemView& after,
                              std::size_t j, ChangeKinds& kinds) {
        const CellRole role = after.list->columns[j].role;
        if (role == CellRole::number || role == CellRole::name || role == CellRole::category) {
            return;
        }
        if (without_white_space(before.item->cells[i].text) ==
            without_white_space(after.item->cells[j].text)) {
            return;
        }
        if (role == CellRole::departments || role == CellRole::handover_department) {
            kinds.add(ChangeKind::departments);
        } else if (role == CellRole::handover) {
            const auto rest = [](const ItemView& view, std::size_t column) {
                return without_white_space(
                    without_handover_departments(*view.list, *view.item, column));
            };
            if (before.departments != after.departments) kinds.add(ChangeKind::departments);
            if (rest(before, i) != rest(after, j)) kinds.add(ChangeKind::modified);
        } else {
            kinds.add(ChangeKind::modified);
        }
    }

    void add(Pairing pairing, const ItemView* before, const ItemView* after) {
        result_.pairings.push_back(pairing);
        if (pairing.kinds.empty()) {
            ++result_.unchanged;
            return;
        }
        ItemChange change;
        change.kinds = pairing.kinds;
        change.likeness = pairing.likeness;
        change.forced = pairing.forced;
        if (before) change.old_side = side_of(before_, *before);
        if (after) change.new_side = side_of(after_, *after);
        if (before && after) describe(*before, *after, change);
        change.ledger = entries_.take_for(change);
        result_.changes.push_back(std::move(change));
    }

    static ItemSide side_of(const Document& document, const ItemView& item) {
        return {item.kind(),
                printed_number(item),
                std::string(item.list->text(*item.item, CellRole::category)),
                std::string(item.list->text(*item.item, CellRole::name)),
                printed_departments(*item.list, *item.item),
                place_of(document, item)};
    }

    static void describe(const ItemView& before, const ItemView& after, ItemChange& change) {
        if (change.kinds.has(ChangeKind::renamed)) {
            change.name = character_difference(change.old_side->name, change.new_side->name);
        }
        if (change.kinds.has(ChangeKind::departments)) {
            const auto& old_names = change.old_side->departments;
            const auto& new_names = change.new_side->departments;
            change.departments_added = only_in(new_names, old_names);
            change.departments_removed = only_in(old_names, new_names);
        }
        static const Cell nothing;
        for (const auto& [i, j] : paired_columns(*before.list, *after.list)) {
            const Column& column = j ? after.list->columns[*j] : before.list->columns[*i];
            if (shown_apart(column.role)) continue;
            CellDifference difference{column.role, column.head,
                                      clause_differences(i ? before.item->cells[*i] : nothing,
                                                         j ? after.item->cells[*j] : nothing)};
            if (!difference.clauses.empty()) change.cells.push_back(std::move(difference));
        }
    }

    void tell_unused_entries() {
        for (const LedgerEntry* entry : entries_.unused()) {
            diagnostics_.add(Code::ledger_without_change, entry->place,
                             {entry->new_name.empty() ? entry->old_name : entry->new_name,
                              after_.unit.township});
        }
    }

    const Document& before_;
    const Document& after_;
    const CompareSettings& settings_;
    Diagnostics& diagnostics_;
    std::vector<ItemView> old_items_;
    std::vector<ItemView> new_items_;
    LedgerEntries entries_;
    Comparison result_;
};

}  // namespace

std::string_view to_string(ChangeKind kind) {
    static constexpr std::array<std::string_view, all_change_kinds.size()> names{
        "added", "removed", "renamed", "category", "moved", "departments", "modified"};
    return names[static_cast<std::size_t>(kind)];
}

std::uint32_t Comparison::count(ChangeKind kind) const {
    return static_cast<std::uint32_t>(
        std::count_if(changes.begin(), changes.end(),
                      [kind](const ItemChange& change) { return change.kinds.has(kind); }));
}

Comparison compare(const Document& before, const Document& after, const CompareSettings& settings,
                   Diagnostics& diagnostics) {
    return Comparer(before, after, settings, diagnostics).run();
}

}  // namespace dutylist
