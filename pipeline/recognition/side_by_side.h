#pragma once

#include "pipeline/recognition/column_synonyms.h"
#include "pipeline/recognition/draft.h"

namespace dutylist {

// A list that was laid out in several columns of a page, to save paper, has its heads side by side:
// 序号 事项名称 | 序号 事项名称. Puts the columns of such a table one below the other, or, where
// numbers run from left to right, row by row. Any other table stays as it is. `account`: as in
// RecognitionSettings.
void put_columns_below_each_other(DraftTable& table, const ColumnSynonyms& synonyms,
                                  ByteAccount* account);

}  // namespace dutylist
