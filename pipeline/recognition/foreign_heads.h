#pragma once

#include <span>

#include "pipeline/recognition/column_synonyms.h"
#include "pipeline/recognition/draft.h"
#include "pipeline/recognition/table_header.h"

namespace dutylist {

// A table may have the columns of all kinds of lists above a list of one kind. Empties the heads
// of columns that lists of this kind do not have and that hold nothing in the rows of the list,
// which end at the next heads or the title of a list. `rows`: the heads, which `header` describes,
// and the rows below. Gives the header that is left; `header` and the rows as they are if what is
// left is none. `account`: as in RecognitionSettings; null for heads that are copies.
TableHeader without_foreign_heads(std::span<DraftRow> rows, TableHeader header, ListKind kind,
                                  const ColumnSynonyms& synonyms, ByteAccount* account);

}  // namespace dutylist
