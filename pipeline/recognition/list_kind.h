#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "pipeline/model/duty_list.h"
#include "pipeline/recognition/column_synonyms.h"
#include "pipeline/recognition/list_builder.h"

namespace dutylist {

inline constexpr std::size_t longest_title_characters = 80;

// The kind of list that a title or the name of a sheet speaks of, or is (一、基本（1项）).
std::optional<ListKind> kind_of_title(std::string_view line, const ColumnSynonyms& synonyms);

// Whether a line is the title of a list: short, no sentence, and with the words of a kind of list,
// or nothing but a kind.
bool is_list_title(std::string_view line, const ColumnSynonyms& synonyms);

// The kind of list that a table holds, by what stands above it ("" for nothing), its columns and
// its caption. `before`: the list before it, or nullptr; a table without any word goes on with that
// one if it has the same columns, else it is the basic list's.
ListKind kind_of_list(std::string_view title, const std::vector<Column>& columns,
                      std::string_view caption, const ListBuilder* before,
                      const ColumnSynonyms& synonyms);

}  // namespace dutylist
