#pragma once

#include "pipeline/importer.h"

namespace dutylist {

// Any other XML, through a mapping file (--mapping FILE), or one of the mappings that ship with the
// program and are chosen by the root element.
Confidence recognise_mapped_xml(const SourceBytes& source);
Imported read_mapped_xml(SourceBytes source, const ImportSettings& settings,
                         Diagnostics& diagnostics);

}  // namespace dutylist
