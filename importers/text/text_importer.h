#pragma once

#include "pipeline/importer.h"

namespace dutylist {

// Text as offices paste it and scanners give it: title lines, a contents page with dot leaders,
// headings with or without #, tables as rows of cells with tabs between them. Fills the account of
// bytes. See docs/formats.md.
Confidence recognise_text(const SourceBytes& source);
Imported read_text(SourceBytes source, const ImportSettings& settings, Diagnostics& diagnostics);

}  // namespace dutylist
