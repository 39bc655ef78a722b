#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "pipeline/compare/compare.h"

namespace dutylist {

// The items of a document by their names without white space. Views and items are the caller's.
class ItemsByName {
public:
    explicit ItemsByName(const std::vector<ItemView>& items);

    // The first item that bears the name, in the list of that kind where one is given and has it.
    std::optional<std::uint32_t> find(const std::string& name, std::optional<ListKind> list) const;

private:
    struct Named {
        std::uint32_t first = 0;
        std::array<std::optional<std::uint32_t>, all_list_kinds.size()> first_of_list;
    };
    std::unordered_map<std::string_view, Named> items_;
};

// The rows of a ledger that speak of one unit and month, each for one change. A look-up takes time
// in proportion to the logarithm of their number. The ledger is the caller's.
class LedgerEntries {
public:
    void choose(const Ledger& ledger, const Unit& unit, const Period& period);

    const std::vector<const LedgerEntry*>& all() const { return entries_; }
    // The first row, not taken yet, whose names and list are those of the change; what a row leaves
    // empty fits any. From then on it is taken.
    std::optional<LedgerEntry> take_for(const ItemChange& change);
    std::vector<const LedgerEntry*> unused() const;

private:
    struct Key {
        std::string old_name;  // without white space; empty: any
        std::string new_name;
        std::optional<ListKind> list;
        friend auto operator<=>(const Key&, const Key&) = default;
    };
    std::vector<const LedgerEntry*> entries_;
    std::vector<bool> used_;
    std::map<Key, std::vector<std::size_t>> waiting_;  // rows not taken, the first one last
};

}  // namespace dutylist
