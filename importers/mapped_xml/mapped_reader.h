#pragma once

#include "importers/mapped_xml/mapping.h"
#include "importers/mapped_xml/xpath_document.h"
#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/recognition/draft.h"

namespace dutylist {

// Reads the paragraphs and tables that a mapping finds in a document.
Draft read_mapped(const XPathDocument& document, const std::string& file, const Mapping& mapping,
                  Diagnostics& diagnostics);

}  // namespace dutylist
