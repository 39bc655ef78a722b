#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/compare/character_difference.h"
#include "pipeline/model/cell.h"

namespace dutylist {

enum class ClauseChange : std::uint8_t { changed, renumbered, removed, added };
std::string_view to_string(ClauseChange change);  // "changed", "renumbered", "removed", "added"

// What became of one block (clause, paragraph, heading) of a cell. Labels are apart from the text:
// where only the label differs, the clause is renumbered.
struct ClauseDifference {
    ClauseChange change = ClauseChange::changed;
    BlockKind kind = BlockKind::clause;
    std::string old_label;
    std::string new_label;
    std::vector<Segment> segments;  // of the text without its label
};

// The blocks of two versions of a cell, in order; those that are equal, label and all, are left
// out. Equal blocks are aligned first (longest common subsequence), then, between them and in
// order, those that are at least half alike. White space is not compared. Text outside of any
// block counts as a paragraph. Where more than 600 blocks stand between the common ends of two
// cells, these are shown as removed and added.
std::vector<ClauseDifference> clause_differences(const Cell& before, const Cell& after);

}  // namespace dutylist
