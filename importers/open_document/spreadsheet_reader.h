#pragma once

#include "importers/office_container/office_container.h"
#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/recognition/draft.h"

namespace dutylist {

// Reads the sheets of an OpenDocument spreadsheet (OpenDocument 1.2 part 1, 9) as a stream: texts
// as displayed, repeated and merged cells spread, comments and tracked changes left out.
Draft read_spreadsheet(OfficeContainer& container, Diagnostics& diagnostics);

}  // namespace dutylist
