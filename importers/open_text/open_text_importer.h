#pragma once

#include "pipeline/importer.h"

namespace dutylist {

// OpenDocument text documents (.odt), as LibreOffice and WPS write them.
Confidence recognise_open_text(const SourceBytes& source);
Imported read_open_text(SourceBytes source, const ImportSettings& settings,
                        Diagnostics& diagnostics);

}  // namespace dutylist
