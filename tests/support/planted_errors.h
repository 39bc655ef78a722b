#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "pipeline/check/cell_characters.h"
#include "pipeline/check/clause_outline.h"
#include "pipeline/check/finding.h"

// Defects planted into the source text of a sample, and what must be found of them afterwards: the
// rule, the cell, line and column, and the words of the spot.
namespace dutylist::test {

// A cell in which no rule of structure, clauses or marks finds anything, nor in its row.
struct CleanCell {
    check::Place place;
    CellRole role = CellRole::extra;
    const Cell* cell = nullptr;
    check::CellCharacters text;
    check::ClauseOutline outline;  // of the cells that hold duties
    bool duties = false;
};

struct Sample {
    std::string name;
    std::string source;
    Document document;
    std::vector<check::Finding> findings;  // of structure, clauses and marks
    std::vector<CleanCell> cells;

    // The byte of the source at which this character of the cell stands; nothing where the source
    // has something else there (markup, a restored label).
    std::optional<std::size_t> source_offset(const CleanCell& cell, std::size_t character) const;
    std::size_t offset_of(std::uint32_t line, std::uint32_t column) const;
    // The bytes of a line without its line feed, and of a field of it between tabs.
    struct Stretch {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    Stretch line(std::uint32_t number) const;
    std::optional<Stretch> field(const check::Place& place) const;
    bool is_clean(std::uint32_t list, std::uint32_t item) const;
};

struct Replacement {
    std::size_t offset = 0;  // of the source
    std::size_t bytes = 0;
    std::string text;
};

struct Expectation {
    std::string rule;
    check::Place place;
    std::optional<std::size_t> offset;  // of the source before; nothing: it has no place there
    std::size_t inner = 0;              // bytes into what is put at `offset`
    std::string spot;
};

struct Defect {
    std::vector<Replacement> replacements;
    std::vector<Expectation> expected;
    check::Place item;  // that no other defect may touch
    // Where a cell stands afterwards; nothing where it is gone. Unset: where it stood.
    std::function<std::optional<check::Place>(check::Place)> moved;
};

// One way of making one defect, at all places of a sample where it can be made.
struct DefectKind {
    std::string rule;
    std::string words;
    std::vector<Defect> (*places)(const Sample& sample);
};

const std::vector<DefectKind>& mark_defects();
const std::vector<DefectKind>& clause_defects();
const std::vector<DefectKind>& structure_defects();
const std::vector<DefectKind>& contents_defects();  // of the contents page and of printed counts

std::unique_ptr<Sample> read_sample(const std::string& file_name);
std::vector<std::string> sample_names();

// The lines say what was wanted and not found, and what was found and not wanted; empty if each
// defect was found at its spot, what was found before still is, and nothing else is.
std::string difference_after(const Sample& sample, const std::vector<const Defect*>& defects);

// ---- for the makers of defects ----------------------------------------------------------------

// A spot of a cell: from a character on, or from a byte of what replaces that character.
struct SpotInCell {
    std::size_t character = 0;
    std::size_t inner = 0;
    std::string text;
};
// Replaces the characters [begin, end) of the cell; nothing where the source has markup there.
std::optional<Defect> replaced(const Sample& sample, const CleanCell& cell, std::size_t begin,
                               std::size_t end, std::string text, const std::string& rule,
                               const SpotInCell& spot);
// Adds a second change in the same cell.
bool also_replaced(const Sample& sample, const CleanCell& cell, Defect& defect, std::size_t begin,
                   std::size_t end, std::string text);

}  // namespace dutylist::test
