#pragma once

#include <string>
#include <vector>

#include "pipeline/report/report_template.h"
#include "pipeline/report/series_columns.h"
#include "pipeline/report/transition.h"

namespace dutylist {

// Month after month: stock, flows, and what has come together since the first month.
class SeriesTally {
public:
    // `months` as "2025-07", ascending.
    explicit SeriesTally(const std::vector<std::string>& months);

    // One unit from months[i - 1] to months[i]; for i == 0 only `after` may be there.
    void take(std::size_t month, const Document* before, const Document* after,
              const Comparison* comparison);

    ReportTable table(const ReportTemplate& labels) const;
    // Whether the month twelve months before the last is there.
    bool has_year() const { return year_before() != nullptr; }

private:
    const SeriesMonth* year_before() const;
    SeriesMonth cumulative() const;

    SeriesMonths months_;
};

}  // namespace dutylist
