#include "exporters/statistics/statistics_exporters.h"

#include "exporters/statistics/csv_writer.h"
#include "exporters/statistics/statistics_json.h"
#include "exporters/statistics/statistics_tables.h"
#include "pipeline/io/output_file.h"

namespace dutylist {
namespace {

std::string categories_csv(const ExportInput& input, Diagnostics& diagnostics) {
    const StatisticsTables tables(input.templates, Language::chinese);
    return csv(tables.categories(input.statistics), input.stem + ".categories.csv", diagnostics);
}

std::string departments_csv(const ExportInput& input, Diagnostics& diagnostics) {
    const StatisticsTables tables(input.templates, Language::chinese);
    return csv(tables.departments(input.statistics), input.stem + ".departments.csv", diagnostics);
}

}  // namespace

void write_statistics_json(const ExportInput& input, const std::filesystem::path& temporary,
                           Diagnostics&) {
    write_whole_file(temporary, statistics_json(input.statistics));
}

void verify_statistics_json(const ExportInput& input, const std::filesystem::path& temporary) {
    require_file_holds(temporary, statistics_json(input.statistics));
}

void write_categories_csv(const ExportInput& input, const std::filesystem::path& temporary,
                          Diagnostics& diagnostics) {
    write_whole_file(temporary, categories_csv(input, diagnostics));
}

void verify_categories_csv(const ExportInput& input, const std::filesystem::path& temporary) {
    Diagnostics ignored;
    require_file_holds(temporary, categories_csv(input, ignored));
}

void write_departments_csv(const ExportInput& input, const std::filesystem::path& temporary,
                           Diagnostics& diagnostics) {
    write_whole_file(temporary, departments_csv(input, diagnostics));
}

void verify_departments_csv(const ExportInput& input, const std::filesystem::path& temporary) {
    Diagnostics ignored;
    require_file_holds(temporary, departments_csv(input, ignored));
}

}  // namespace dutylist
