#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "pipeline/model/duty_list.h"
#include "pipeline/recognition/column_synonyms.h"
#include "pipeline/recognition/draft.h"

namespace dutylist {

struct TableHeader {
    std::size_t rows = 1;         // one, or two where the heads have two levels
    std::vector<Column> columns;  // as printed; a head of two levels has '\n' between them
};

// The header that `rows` begins with: a row of known heads, 事项名称 among them or three others,
// and a second row of heads below it where the first has merged cells.
std::optional<TableHeader> header_at(std::span<const DraftRow> rows,
                                     const ColumnSynonyms& synonyms);

// What kind of list has these columns: cooperative if a column of duties or departments says so,
// recalled if one of hand-overs does, else nothing.
std::optional<ListKind> kind_of_columns(const std::vector<Column>& columns);

// The text that is all a row says (a title or group row: one cell, or one merged over all), or
// nothing.
const DraftText* only_text(const DraftRow& row);

// Whether a text begins as a row's number does.
inline bool starts_with_digit(std::string_view text) {
    return !text.empty() && text[0] >= '0' && text[0] <= '9';
}

}  // namespace dutylist
