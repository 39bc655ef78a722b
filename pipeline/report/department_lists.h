#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/report/department_list_template.h"
#include "pipeline/report/report.h"

namespace dutylist {

struct DepartmentListsRequest {
    Period period;
    std::vector<ReportUnit> units;
    const DepartmentDictionary* dictionary = nullptr;  // must not be null
    const DepartmentListTemplate* texts = nullptr;     // must not be null
    std::string source_name;                           // of the archive
};

// Makes the departments' own lists of a month from those of their townships: of one department, as
// for build_department_view, or of every department that an item names, in the order in which they
// are first named. An item is in the list of each department that it names once. Items of several
// townships whose texts are the same make one row that names them all; differing wordings have rows
// of their own, one below the other, which is told. So the townships that all rows of all
// departments name are as many as the departments that all items of all townships name. Cells are
// as printed, with their places in the first township's source; documents are analysed. Throws
// JobError report_month_missing, report_department_missing, report_department_several, and whatever
// the loader throws.
std::vector<Document> build_department_lists(const DepartmentListsRequest& request,
                                             const std::optional<std::string>& department,
                                             const DocumentLoader& load, Diagnostics& diagnostics);

}  // namespace dutylist
