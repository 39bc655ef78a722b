#pragma once

#include "pipeline/exporter.h"

namespace dutylist {

// S.statistics.json, S.categories.csv and S.departments.csv.
void write_statistics_json(const ExportInput& input, const std::filesystem::path& temporary,
                           Diagnostics& diagnostics);
void verify_statistics_json(const ExportInput& input, const std::filesystem::path& temporary);
void write_categories_csv(const ExportInput& input, const std::filesystem::path& temporary,
                          Diagnostics& diagnostics);
void verify_categories_csv(const ExportInput& input, const std::filesystem::path& temporary);
void write_departments_csv(const ExportInput& input, const std::filesystem::path& temporary,
                           Diagnostics& diagnostics);
void verify_departments_csv(const ExportInput& input, const std::filesystem::path& temporary);

}  // namespace dutylist
