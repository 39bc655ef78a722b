#pragma once

#include <string>

#include "pipeline/recognition/column_synonyms.h"
#include "pipeline/recognition/draft.h"

namespace dutylist {

// What a table that was not taken for a list holds that one would miss.
struct PassedOverTable {
    std::string head;          // the first head that the synonyms know; empty if none
    bool has_numbers = false;  // a row begins with a number and goes on
    std::size_t characters = 0;

    bool may_be_missed() const;
};

// A contents page laid out as a table (numbers, and the names of lists) is none to be missed.
PassedOverTable look_at(const DraftTable& table, const ColumnSynonyms& synonyms);

}  // namespace dutylist
