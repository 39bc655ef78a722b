#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "pipeline/model/item.h"

namespace dutylist {

// The departments of a departments cell: split at 、，, and line breaks, never inside brackets.
// "A及其他…的部门" is A, marked and-others. Spans over `text`; a part without a name is left out.
std::vector<DepartmentMention> find_departments(std::string_view text);

// The department, or the departments joined by 、, that stand at byte `begin` of a hand-over cell
// before a colon. Nothing if what stands there is no such name: it has no white space and no mark
// but 、 and brackets, and, unless it is the first thing in the cell, ends as the names of
// departments do (局, 委, 办 …), so that a colon in the middle of a method opens no hand-over.
struct HandoverHead {
    TextSpan names;
    std::uint32_t end = 0;  // the byte after the colon
};
std::optional<HandoverHead> handover_head_at(std::string_view text, std::size_t begin);

// Whether a name ends as the names of authorities and public bodies do.
bool ends_like_department(std::string_view name);

}  // namespace dutylist
