#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/report/table_maker.h"
#include "pipeline/report/transition.h"

namespace dutylist {

// Month after month: stock, flows, and what has come together since the first month.
class SeriesTally {
public:
    explicit SeriesTally(std::vector<std::string> months);

    // One unit from months[i - 1] to months[i]; for i == 0 only `after` may be there.
    void take(std::size_t month, const Document* before, const Document* after,
              const Comparison* comparison);

    ReportTable table(const ReportTemplate& labels) const;
    // Whether the month twelve months before the last is there.
    bool has_year() const;

private:
    struct Month {
        std::int64_t units = 0, opening = 0, entered = 0, left = 0, unchanged = 0;
        std::array<std::int64_t, all_list_kinds.size()> lists{};
        std::array<std::int64_t, all_change_kinds.size()> kinds{};
        std::int64_t closing() const { return lists[0] + lists[1] + lists[2]; }
    };
    std::size_t year_before() const;

    std::vector<std::string> months_;
    std::vector<Month> figures_;
};

}  // namespace dutylist
