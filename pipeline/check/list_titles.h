#pragma once

#include <optional>
#include <string_view>

#include "pipeline/model/duty_list.h"

namespace dutylist::check {

// The words by which a title says which list it is: 基本履职, 配合履职, 收回.
std::string_view title_word(ListKind kind);

// The list that a title or a line of the contents page names.
std::optional<ListKind> kind_of_title(std::string_view title);

}  // namespace dutylist::check
