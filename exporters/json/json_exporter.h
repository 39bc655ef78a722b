#pragma once

#include "pipeline/exporter.h"

namespace dutylist {

// S.json.
void write_json(const ExportInput& input, Sink& sink, Diagnostics& diagnostics);

}  // namespace dutylist
