#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "pipeline/report/department_columns.h"
#include "pipeline/report/report_template.h"
#include "pipeline/report/transition.h"

namespace dutylist {

// Counts by department, as the dictionary counts them: stock from Statistics, what departments
// gained and lost from the pairings.
class DepartmentTally {
public:
    DepartmentTally(bool has_base, const DepartmentDictionary& dictionary)
        : has_base_(has_base), dictionary_(dictionary) {}

    void take(const Transition& transition);

    ReportTable departments(const ReportTemplate& labels) const;
    // Category × department; `recalled` chooses the recalled items instead of the cooperative ones.
    ReportTable matrix(const ReportTemplate& labels, bool recalled) const;

private:
    DepartmentFigures& figures(std::string_view name);
    void count_flows(const Transition& transition);
    void count_items(const Transition& transition);
    std::vector<std::size_t> cooperative_departments(const Document& document,
                                                     ItemPosition position);
    std::vector<std::size_t> order() const;

    bool has_base_;
    const DepartmentDictionary& dictionary_;
    NameTable names_;
    NameTable categories_;
    std::vector<DepartmentFigures> figures_;
    DepartmentFigures items_;  // of items, each counted once; without flows
    struct MatrixCell {
        std::int64_t cooperative = 0;
        std::int64_t recalled = 0;
    };
    std::map<std::pair<std::size_t, std::size_t>, MatrixCell> matrix_;  // department, category
};

}  // namespace dutylist
