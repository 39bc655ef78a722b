#pragma once

#include "pipeline/importer.h"

namespace dutylist {

// OpenDocument spreadsheets (.ods), as LibreOffice, WPS and Excel write them. Each visible sheet
// becomes a table.
Confidence recognise_open_document(const SourceBytes& source);
Imported read_open_document(SourceBytes source, const ImportSettings& settings,
                            Diagnostics& diagnostics);

}  // namespace dutylist
