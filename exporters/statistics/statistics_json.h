#pragma once

#include <string>

#include "pipeline/statistics/statistics.h"

namespace dutylist {

// The statistics as JSON (templates/schemas/statistics.schema.json, docs/statistics.md).
std::string statistics_json(const Statistics& statistics);

}  // namespace dutylist
