#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "pipeline/model/document.h"
#include "pipeline/recognition/column_synonyms.h"

namespace dutylist {

// A department's own list (部门履职事项清单) is the mirror of its townships': each item names the
// townships that it is of, and no department.

// Whether a list of these columns and title is one: it has a column of townships, or heads or a
// title that say so (本部门职责), and no column of departments.
bool is_of_department(const std::vector<Column>& columns, std::string_view title,
                      const ColumnSynonyms& synonyms);
// Whether one of its lists is.
bool is_of_department(const Document& document, const ColumnSynonyms& synonyms);

// Reads a department with the levels before its name: "东岚省景泽市云川县公安局". The name begins
// with the lowest of them (云川县公安局); a name without any is taken as it is. Nothing where the
// text does not end as a department's name does. White space does not count, nor 中共 before it.
std::optional<Unit> parse_department(std::string_view text);

// What the user says with --unit for such a list: the department, levels before it or not, /
// between them or not. Throws JobError unit_not_understood.
Unit department_from_setting(std::string_view setting);

// The part of a title before what it is the title of: "云川县公安局" of
// "云川县公安局镇街配合履职事项清单".
std::string_view department_part_of_title(std::string_view title);

}  // namespace dutylist
