#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "pipeline/compare/item_view.h"

namespace dutylist {

// The thresholds of pairing; docs/compare.md gives the reasons.
struct MatchThresholds {
    double same_list = 0.60;         // likeness at which two items of one list are the same item
    double other_list = 0.80;        // of names, between lists
    double name_with_duties = 0.30;  // below this, equal duties do not make two items one
};

// Indices into the views of the old and the new document.
struct MatchedPair {
    std::uint32_t old_index = 0;
    std::uint32_t new_index = 0;
    double likeness = 1;
    bool forced = false;
};

// Pairs that people have settled (a ledger): both indices, or one of them for an item that was
// really added or removed and must not be paired.
struct ForcedPair {
    std::optional<std::uint32_t> old_index;
    std::optional<std::uint32_t> new_index;
};

// Pairs the items of two documents by content, never by number:
//   1. the forced pairs;
//   2. equal names in the same list, then equal names in different lists; where a name stands more
//      than once, equal content first, then the likest duties;
//   3. of what is left, the likest pairs first, down to the thresholds.
// Likeness is that of the names, or the mean of names and duties where that is greater; duties that
// stand word for word at several items of a document are not counted. Ties: same list, same
// category, the earlier old item, the earlier new item. Each item is in one pair at most. Result in
// the order of the new document. No old item is compared with more than 256 new ones, those that
// share its rarest characters (of one name: those about its place) first, so time grows with the
// number of items.
std::vector<MatchedPair> match_items(const std::vector<ItemView>& old_items,
                                     const std::vector<ItemView>& new_items,
                                     std::span<const ForcedPair> forced = {},
                                     const MatchThresholds& thresholds = {});

}  // namespace dutylist
