#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pipeline/check/cell_characters.h"
#include "pipeline/check/ordinal.h"
#include "pipeline/model/cell.h"

namespace dutylist::check {

// A stretch of a duty cell as a proofreader sees it. Unlike the blocks of the model, which follow
// a strict grammar, a clause here may have a wrong number or a wrong form: finding those is the
// point. Positions are characters of the cell's text.
struct OutlineEntry {
    enum class Kind : std::uint8_t { heading, clause, paragraph } kind = Kind::paragraph;
    std::optional<Ordinal> ordinal;  // of a clause, and of a heading such as 一、
    std::size_t begin = 0;           // the text, without white space at its ends
    std::size_t end = 0;
    std::uint32_t group = 0;  // counts the headings before it
    bool restored = false;    // the label is displayed, not written, by the source
    bool has_parts = false;   // clauses of a deeper level follow and belong to it
};

class ClauseOutline {
public:
    void assign(const Cell& cell, const CellCharacters& text);
    const std::vector<OutlineEntry>& entries() const { return entries_; }

    // The last entry that begins, its ordinal included, at this character or before it; or nullptr.
    const OutlineEntry* entry_at(std::size_t index) const;

    // Clauses that should be numbered in one run: those of one level, under one heading and one
    // parent. Indices into entries(); never empty.
    const std::vector<std::vector<std::size_t>>& runs() const { return runs_; }

private:
    void find_runs();
    std::vector<OutlineEntry> entries_;
    std::vector<std::vector<std::size_t>> runs_;
};

}  // namespace dutylist::check
