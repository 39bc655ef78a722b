#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/check/cell_characters.h"
#include "pipeline/check/finding.h"
#include "pipeline/check/phrase_matcher.h"

namespace dutylist::check {

// A stretch of a cell.
struct Spot {
    Place place;
    TextSpan span;
};

// All characters of the cells that have passed. What only the whole document can tell (whether a
// word stands elsewhere too) is looked for here at the end, for all words in one pass.
class TextIndex {
public:
    void add(const Place& place, const CellCharacters& text);

    // Of each phrase, whether it stands in a cell. The phrases are short: a few characters.
    std::vector<bool> contained(std::span<const std::u32string_view> phrases) const;

    struct Occurrence {
        std::size_t phrase;
        Spot spot;
    };
    // Where phrases stand outside quotation marks and 《》, in the order of the document, the
    // shorter of two that begin at one place first.
    std::vector<Occurrence> unquoted(std::span<const std::u32string_view> phrases) const;

private:
    struct CellStart {
        Place place;
        std::size_t begin;  // of the cell's characters
    };

    std::u32string characters_;  // of all cells, a zero behind each
    std::vector<bool> quoted_;   // of each character
    std::vector<CellStart> cells_;
};

}  // namespace dutylist::check
