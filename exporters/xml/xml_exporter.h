#pragma once

#include "pipeline/export_inputs.h"

namespace dutylist {

// S.xml, canonical XML.
void write_xml(const ExportInput& input, Sink& sink, Diagnostics& diagnostics);

// The same of an archived list, as the archive has it.
void write_archived_xml(const ArchivedInput& input, Sink& sink, Diagnostics& diagnostics);

}  // namespace dutylist
