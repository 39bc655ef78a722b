#pragma once

#include <string>

#include "pipeline/io/sink.h"
#include "pipeline/model/document.h"

namespace dutylist {

// The document as canonical XML (templates/schemas/document.xsd): everything in the model, each
// text once. A cell's text is exactly the character data within its <cell>; what the analysis found
// stands around it as elements. Same document, same bytes.
void write_canonical_xml(const Document& document, Sink& sink);

// The same in memory.
std::string canonical_xml(const Document& document);

}  // namespace dutylist
