#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pipeline/model/duty_list.h"

namespace dutylist {

// For each column of a table, the list's column that it continues, or `known.size()` if the list
// has none: of those of its role that are still free the first with the same head, else the first
// whatever its head, unless the role is extra. Heads are in their comparable form.
std::vector<std::size_t> continued_columns(const std::vector<Column>& known,
                                           const std::vector<std::string>& known_heads,
                                           const std::vector<Column>& columns,
                                           const std::vector<std::string>& heads);

// Takes out the columns in which no item has a text and which say nothing: the margins of a sheet,
// which have no head, and the further columns below a head that reaches over several. Returns what
// was taken out.
std::vector<Column> drop_unused_columns(DutyList& list);

}  // namespace dutylist
