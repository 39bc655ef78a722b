#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/report/table_maker.h"
#include "pipeline/report/transition.h"

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
    struct Figures {
        std::size_t unit = 0;
        bool reported = false, had_base = false;
        std::array<std::int64_t, all_list_kinds.size()> lists{};
        std::int64_t opening = 0, closing = 0, changed = 0;
    };
    bool has_base_;
    std::vector<std::string> names_;
    std::vector<Figures> figures_;
};

// The township's name where it is alone in bearing it, else with its county before it.
std::vector<std::string> short_unit_names(const std::vector<Unit>& units);

}  // namespace dutylist
