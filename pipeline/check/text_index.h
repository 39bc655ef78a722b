#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/check/cell_characters.h"
#include "pipeline/check/finding.h"

namespace dutylist::check {

// A stretch of a cell.
struct Spot {
    Place place;
    TextSpan span;
};

// All characters of the cells that have passed. What only the whole document can tell (whether a
// word stands elsewhere too) is looked up here at the end, so that no cell is read a second time.
// Takes about ten bytes a character; a look-up takes time in proportion to how often the rarest
// character of the phrase occurs.
class TextIndex {
public:
    TextIndex();

    void add(const Place& place, const CellCharacters& text);

    bool contains(std::u32string_view phrase) const;
    // Where the phrase stands outside quotation marks and 《》, in the order of the document.
    std::vector<Spot> unquoted(std::u32string_view phrase) const;

private:
    struct CellStart {
        Place place;
        std::uint32_t begin;  // of the cell's characters
    };
    template <typename Function>
    void for_each(std::u32string_view phrase, Function&& function) const;
    Spot spot_at(std::uint32_t begin, std::u32string_view phrase) const;

    std::u32string characters_;          // of all cells, a zero between two of them
    std::vector<bool> quoted_;           // of each character
    std::vector<std::uint32_t> before_;  // of each character, the last of its bucket before it
    std::vector<std::uint32_t> last_;    // of each bucket; buckets are the low bits of characters
    std::vector<std::uint32_t> count_;   // of each bucket
    std::vector<CellStart> cells_;
};

}  // namespace dutylist::check
