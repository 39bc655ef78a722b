#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/report/report.h"

namespace dutylist {

// What a chart of the report shows: for each label one value of every series. A value that cannot
// be computed is zero.
struct ChartData {
    struct Series {
        std::string name;
        std::vector<std::int64_t> values;
    };
    std::string title;
    std::string kind;
    std::vector<std::string> labels;
    std::vector<Series> series;
};

ChartData chart_data(const Report& report, const ReportChart& chart);

// The indices of the table's rows that a chart shows: the first `chart.rows` of kind data that have
// a value in one of its columns. A report has no chart that shows
// nothing but zeros.
std::vector<std::size_t> chart_rows(const ReportTable& table, const ReportChart& chart);

}  // namespace dutylist
