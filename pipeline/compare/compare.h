#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/compare/clause_difference.h"
#include "pipeline/compare/item_view.h"
#include "pipeline/compare/ledger.h"
#include "pipeline/compare/match_items.h"
#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/model/document.h"

namespace dutylist {

enum class ChangeKind : std::uint8_t {
    added,        // 新增
    removed,      // 取消
    renamed,      // 更名
    category,     // 类别调整
    moved,        // 移列
    departments,  // 部门调整
    modified,     // 职责修改: any other cell of the item
};
inline constexpr std::array<ChangeKind, 7> all_change_kinds{
    ChangeKind::added, ChangeKind::removed,     ChangeKind::renamed, ChangeKind::category,
    ChangeKind::moved, ChangeKind::departments, ChangeKind::modified};
std::string_view to_string(ChangeKind kind);

// What kinds of change one item went through; empty: unchanged.
class ChangeKinds {
public:
    ChangeKinds() = default;
    ChangeKinds(std::initializer_list<ChangeKind> kinds) {
        for (const ChangeKind kind : kinds) add(kind);
    }
    void add(ChangeKind kind) { bits_ |= bit(kind); }
    bool has(ChangeKind kind) const { return (bits_ & bit(kind)) != 0; }
    bool empty() const { return bits_ == 0; }
    friend bool operator==(const ChangeKinds&, const ChangeKinds&) = default;

private:
    static std::uint8_t bit(ChangeKind kind) {
        return static_cast<std::uint8_t>(1u << static_cast<unsigned>(kind));
    }
    std::uint8_t bits_ = 0;
};

// An item of either document with what became of it. At least one position is set.
struct Pairing {
    std::optional<ItemPosition> old_item;
    std::optional<ItemPosition> new_item;
    double likeness = 1;  // of the pair
    bool forced = false;  // by the ledger
    ChangeKinds kinds;
};

// An item as it stands on one side of a change.
struct ItemSide {
    ListKind list = ListKind::basic;
    std::string number;  // 序号, as printed
    std::string category;
    std::string name;
    std::vector<std::string> departments;
    SourceLocation place;
};

// A cell of a changed item. `clauses` holds only what differs; where only one side has the column
// (an item moved to another list), they hold that side's text as added or removed.
struct CellDifference {
    CellRole role = CellRole::extra;
    std::string head;
    std::vector<ClauseDifference> clauses;
};

// A changed item, with its texts, so that it outlives the documents.
struct ItemChange {
    ChangeKinds kinds;
    std::optional<ItemSide> old_side;
    std::optional<ItemSide> new_side;
    std::vector<Segment> name;  // of a renamed item
    std::vector<std::string> departments_added;
    std::vector<std::string> departments_removed;
    std::vector<CellDifference> cells;
    double likeness = 1;
    bool forced = false;
    std::optional<LedgerEntry> ledger;
};

struct CompareSettings {
    const Ledger* ledger = nullptr;
    MatchThresholds thresholds;
    bool tell_unused_entries = true;  // ledger rows of this unit and month that fit no change
};

// Every item of both documents is in exactly one pairing. Changes and pairings stand in the order
// of the new document, removed items after those of the list they stood in.
struct Comparison {
    std::vector<Pairing> pairings;
    std::vector<ItemChange> changes;
    std::uint32_t unchanged = 0;

    std::uint32_t count(ChangeKind kind) const;  // changes that are of this kind
    bool identical() const { return changes.empty(); }
};

// Compares two analysed documents by content; see docs/compare.md. White space and 序号 are not
// compared. Columns that only one of two lists has are shown, not counted as modified. Different
// units, a name that stands more than once in a list, and ledger rows that fit no change are told
// in the diagnostics.
Comparison compare(const Document& before, const Document& after, const CompareSettings& settings,
                   Diagnostics& diagnostics);

}  // namespace dutylist
