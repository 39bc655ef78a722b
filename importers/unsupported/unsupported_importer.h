#pragma once

#include "pipeline/importer.h"

namespace dutylist {

// Claims what is known and not read, so that people are told what it is and what to do next rather
// than that it is no text. Reading always throws.
Confidence recognise_unsupported(const SourceBytes& source);
Imported read_unsupported(SourceBytes source, const ImportSettings& settings,
                          Diagnostics& diagnostics);

}  // namespace dutylist
