#include "pipeline/report/chart_data.h"

#include <algorithm>

namespace dutylist {

namespace {

bool has_a_value(const ReportTable& table, const ReportRow& row, const ReportChart& chart) {
    return std::any_of(chart.values.begin(), chart.values.end(), [&](const std::string& id) {
        const auto column = table.column(id);
        return column && count_of(row.values[*column]);
    });
}

}  // namespace

std::vector<std::size_t> chart_rows(const ReportTable& table, const ReportChart& chart) {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (table.rows[i].kind != RowKind::data) continue;
        if (!has_a_value(table, table.rows[i], chart)) continue;
        if (chart.rows != 0 && rows.size() == chart.rows) break;
        rows.push_back(i);
    }
    return rows;
}

ChartData chart_data(const Report& report, const ReportChart& chart) {
    ChartData data{chart.title, chart.kind, {}, {}};
    const ReportTable* table = report.table(chart.table);
    const auto label = table ? table->column(chart.label) : std::nullopt;
    if (!label) return data;
    const std::vector<std::size_t> rows = chart_rows(*table, chart);
    for (const std::size_t row : rows) {
        const auto* text = std::get_if<std::string>(&table->rows[row].values[*label]);
        data.labels.push_back(text ? *text : std::string());
    }
    for (const std::string& id : chart.values) {
        const auto column = table->column(id);
        if (!column) continue;
        ChartData::Series series{table->columns[*column].title, {}};
        for (const std::size_t row : rows) {
            series.values.push_back(count_of(table->rows[row].values[*column]).value_or(0));
        }
        data.series.push_back(std::move(series));
    }
    return data;
}

}  // namespace dutylist
