#pragma once

#include <string>

#include "pipeline/statistics/statistics.h"
#include "pipeline/text/json_writer.h"

namespace dutylist {

// The statistics as JSON (templates/schemas/statistics.schema.json, docs/statistics.md).
std::string statistics_json(const Statistics& statistics);

// The members of that object, into an object that is open.
void write_statistics(JsonWriter& json, const Statistics& statistics);

}  // namespace dutylist
