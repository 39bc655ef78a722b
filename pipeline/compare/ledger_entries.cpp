#include "pipeline/compare/ledger_entries.h"

#include "pipeline/text/white_space.h"

namespace dutylist {

ItemsByName::ItemsByName(const std::vector<ItemView>& items) {
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        Named& named = items_.try_emplace(items[i].name, Named{i, {}}).first->second;
        auto& first = named.first_of_list[static_cast<std::size_t>(items[i].kind())];
        if (!first) first = i;
    }
}

std::optional<std::uint32_t> ItemsByName::find(const std::string& name,
                                               std::optional<ListKind> list) const {
    const std::string wanted = without_white_space(name);
    const auto found = wanted.empty() ? items_.end() : items_.find(wanted);
    if (found == items_.end()) return {};
    const Named& named = found->second;
    const auto of_list = list ? named.first_of_list[static_cast<std::size_t>(*list)] : std::nullopt;
    return of_list.value_or(named.first);
}

void LedgerEntries::choose(const Ledger& ledger, const Unit& unit, const Period& period) {
    entries_ = ledger.entries_for(unit, period);
    used_.assign(entries_.size(), false);
    for (std::size_t i = entries_.size(); i-- > 0;) {
        const LedgerEntry& entry = *entries_[i];
        waiting_[{without_white_space(entry.old_name), without_white_space(entry.new_name),
                  entry.list}]
            .push_back(i);
    }
}

std::optional<LedgerEntry> LedgerEntries::take_for(const ItemChange& change) {
    if (entries_.empty()) return {};
    const std::string old_name = change.old_side ? without_white_space(change.old_side->name) : "";
    const std::string new_name = change.new_side ? without_white_space(change.new_side->name) : "";
    const ListKind list = change.new_side ? change.new_side->list : change.old_side->list;
    std::vector<std::size_t>* best = nullptr;
    for (const std::string& before : {old_name, std::string()}) {
        for (const std::string& after : {new_name, std::string()}) {
            for (const std::optional<ListKind> of :
                 {std::optional(list), std::optional<ListKind>()}) {
                const auto found = waiting_.find({before, after, of});
                if (found == waiting_.end() || found->second.empty()) continue;
                if (!best || found->second.back() < best->back()) best = &found->second;
            }
        }
    }
    if (!best) return {};
    const std::size_t taken = best->back();
    best->pop_back();
    used_[taken] = true;
    return *entries_[taken];
}

std::vector<const LedgerEntry*> LedgerEntries::unused() const {
    std::vector<const LedgerEntry*> unused;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (!used_[i]) unused.push_back(entries_[i]);
    }
    return unused;
}

}  // namespace dutylist
