#pragma once

#include <array>
#include <string>
#include <vector>

#include "pipeline/model/duty_list.h"

namespace dutylist {

class TemplateStore;

// department_list.xml of a template: what a department's own list is called and how its lists and
// columns are headed.
struct DepartmentListTemplate {
    struct List {
        ListKind kind = ListKind::cooperative;
        std::string title;  // with {department}
        std::vector<Column> columns;
    };
    std::string title;          // of the document
    std::string separator;      // between townships
    std::array<List, 2> lists;  // cooperative, recalled
};

// Throws JobError with file and line for a mistake in it.
DepartmentListTemplate read_department_list_template(const TemplateStore& templates);

}  // namespace dutylist
