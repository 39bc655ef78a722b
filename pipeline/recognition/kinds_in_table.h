#pragma once

#include <vector>

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/recognition/column_synonyms.h"
#include "pipeline/recognition/draft.h"

namespace dutylist {

// Parts a table that holds lists of several kinds into one table a kind, each with the heads above
// it: where a column says the kind of each row (事项类型: 基本, 配合, …), or rows head the kinds
// (一、基本履职事项（1项）) and the heads stand once above them all. Any other table comes
// back as it is. `account`: as in RecognitionSettings.
std::vector<DraftTable> part_by_kind(DraftTable table, const ColumnSynonyms& synonyms,
                                     Diagnostics& diagnostics, ByteAccount* account);

}  // namespace dutylist
