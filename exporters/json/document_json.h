#pragma once

#include <string>

#include "pipeline/io/sink.h"
#include "pipeline/model/document.h"
#include "pipeline/office/office.h"

namespace dutylist {

// The document as JSON for programs (templates/schemas/document.schema.json, docs/json.md). Every
// item has its cells as printed, and beside them what they mean.
void write_document_json(const Document& document, const DepartmentDictionary& dictionary,
                         Sink& sink);

// The same in memory.
std::string document_json(const Document& document, const DepartmentDictionary& dictionary);

}  // namespace dutylist
