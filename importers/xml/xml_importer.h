#pragma once

#include "pipeline/importer.h"

namespace dutylist {

// Canonical XML, the form in which dutylist itself keeps a document.
Confidence recognise_canonical_xml(const SourceBytes& source);
Imported read_canonical_xml(SourceBytes source, const ImportSettings& settings,
                            Diagnostics& diagnostics);

}  // namespace dutylist
