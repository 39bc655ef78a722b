#pragma once

#include "pipeline/exporter.h"

namespace dutylist {

// S.xml, canonical XML.
void write_xml(const ExportInput& input, const std::filesystem::path& temporary,
               Diagnostics& diagnostics);
void verify_xml(const ExportInput& input, const std::filesystem::path& temporary);

}  // namespace dutylist
