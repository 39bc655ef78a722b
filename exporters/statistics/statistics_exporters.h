#pragma once

#include "pipeline/exporter.h"

namespace dutylist {

// S.statistics.json, S.categories.csv and S.departments.csv.
void write_statistics_json(const ExportInput& input, Sink& sink, Diagnostics& diagnostics);
void write_categories_csv(const ExportInput& input, Sink& sink, Diagnostics& diagnostics);
void write_departments_csv(const ExportInput& input, Sink& sink, Diagnostics& diagnostics);

}  // namespace dutylist
