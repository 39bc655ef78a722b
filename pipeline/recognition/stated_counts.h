#pragma once

#include <vector>

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/model/document.h"
#include "pipeline/recognition/column_synonyms.h"

namespace dutylist {

// A line that states how many items a list has (共106项), where it was read.
struct StatedCount {
    ListKind kind = ListKind::basic;
    int count = 0;
    SourceLocation place;
};

// Reports what a document says of itself and does not hold, as a file that was cut does: lists
// that the contents page names and that are not there, and lists of which title, contents page or
// a line of their own states another number of items.
void report_broken_promises(const Document& document, const std::vector<StatedCount>& counts,
                            const ColumnSynonyms& synonyms, Diagnostics& diagnostics);

}  // namespace dutylist
