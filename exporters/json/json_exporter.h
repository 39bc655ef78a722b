#pragma once

#include "pipeline/exporter.h"

namespace dutylist {

// S.json.
void write_json(const ExportInput& input, const std::filesystem::path& temporary,
                Diagnostics& diagnostics);
void verify_json(const ExportInput& input, const std::filesystem::path& temporary);

}  // namespace dutylist
