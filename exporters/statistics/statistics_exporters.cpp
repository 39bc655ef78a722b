#include "exporters/statistics/statistics_exporters.h"

#include "exporters/statistics/csv_writer.h"
#include "exporters/statistics/statistics_json.h"
#include "exporters/statistics/statistics_tables.h"

namespace dutylist {

void write_statistics_json(const ExportInput& input, Sink& sink, Diagnostics&) {
    sink.write(statistics_json(input.statistics));
}

void write_categories_csv(const ExportInput& input, Sink& sink, Diagnostics& diagnostics) {
    const StatisticsTables tables(input.templates, Language::chinese);
    sink.write(
        csv(tables.categories(input.statistics), input.stem + ".categories.csv", diagnostics));
}

void write_departments_csv(const ExportInput& input, Sink& sink, Diagnostics& diagnostics) {
    const StatisticsTables tables(input.templates, Language::chinese);
    sink.write(
        csv(tables.departments(input.statistics), input.stem + ".departments.csv", diagnostics));
}

}  // namespace dutylist
