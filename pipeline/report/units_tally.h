#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/report/report_template.h"
#include "pipeline/report/transition.h"
#include "pipeline/report/units_columns.h"

namespace dutylist {

// Unit × list, with who has not reported.
class UnitsTally {
public:
    UnitsTally(bool has_base, std::vector<std::string> names)
        : has_base_(has_base), names_(std::move(names)) {}

    void take(const Transition& transition);
    ReportTable table(const ReportTemplate& labels) const;
    std::int64_t missing() const;

private:
    struct CountedUnit {
        std::size_t unit = 0;
        bool had_base = false;
        UnitFigures figures{};
        bool reported() const { return figures[UnitFigure::reported] != 0; }
    };
    bool has_base_;
    std::vector<std::string> names_;
    std::vector<CountedUnit> counted_;
};

// The township's name where it is alone in bearing it, else with its county before it.
std::vector<std::string> short_unit_names(const std::vector<Unit>& units);

}  // namespace dutylist
