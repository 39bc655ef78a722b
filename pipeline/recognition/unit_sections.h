#pragma once

#include <cstddef>
#include <vector>

#include "pipeline/model/unit.h"
#include "pipeline/recognition/recognise.h"

namespace dutylist {

// Where a draft goes on with the lists of another unit.
struct UnitSection {
    std::size_t element = 0;  // of Draft::elements
    std::size_t row = 0;      // of that element, where it is a table
    SourceLocation place;     // of the line that names the unit
    Unit before;
    Unit unit;
    // Where its rows follow without heads of their own: those of the rows before, and the first of
    // its rows, in the same element.
    std::vector<DraftRow> heads{};
    std::size_t first_item = 0;
};

// Finds the lists of a second unit, a third … in a draft: lines above a list name another township
// than those before, and they are the title of a whole document, or lists follow whose kind was
// there before and whose numbers begin again. One title that names another unit is none: it is
// wrong, or quoted (unit.differs).
std::vector<UnitSection> find_unit_sections(const Draft& draft,
                                            const RecognitionSettings& settings);

// The draft cut into one for each unit, in their order; as it is where it has one.
std::vector<Draft> split_by_unit(Draft draft, const RecognitionSettings& settings);

}  // namespace dutylist
