#pragma once

#include <string>
#include <string_view>

#include "importers/office_container/office_container.h"
#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/recognition/draft.h"

namespace dutylist {

// Reads the sheets of an OpenDocument spreadsheet (OpenDocument 1.2 part 1, 9) as a stream: texts
// as displayed, repeated and merged cells spread, comments and tracked changes left out.
Draft read_spreadsheet(OfficeContainer& container, Diagnostics& diagnostics);
// The same of a flat one (.fods), the bytes of an XML file.
Draft read_flat_spreadsheet(std::string_view bytes, const std::string& file,
                            Diagnostics& diagnostics);

}  // namespace dutylist
