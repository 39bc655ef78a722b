#pragma once

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/text/json_writer.h"

namespace dutylist {

// Writes an array of {"code","severity","file","sheet","line","column","message","raw"}; members
// that are not known are left out.
void write_diagnostics(JsonWriter& json, const Diagnostics& diagnostics, Language language);

}  // namespace dutylist
