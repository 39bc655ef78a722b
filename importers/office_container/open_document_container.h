#pragma once

#include <string>
#include <string_view>

#include "importers/office_container/office_container.h"

namespace dutylist {

// The media type of an OpenDocument file: its part "mimetype", else what the manifest says of "/"
// (OpenDocument 1.2 part 3, 3.3 and 4.8.4); "" where there is neither. Throws JobError where the
// manifest cannot be read.
std::string open_document_type(OfficeContainer& container);

// Whether the bytes are an OpenDocument file of this kind ("text", "spreadsheet"), templates of it
// included.
bool is_open_document(const SourceBytes& source, std::string_view kind);

// An encrypted document keeps its container readable and says so in the manifest. Throws JobError
// container_password for one.
void refuse_encrypted_open_document(OfficeContainer& container);

}  // namespace dutylist
