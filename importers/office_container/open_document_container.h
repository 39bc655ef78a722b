#pragma once

#include <string_view>

#include "importers/office_container/office_container.h"

namespace dutylist {

// Whether the bytes are an OpenDocument file of this kind ("text", "spreadsheet"), templates of it
// included (OpenDocument 1.2 part 3, 3.3).
bool is_open_document(const SourceBytes& source, std::string_view kind);

// An encrypted document keeps its container readable and says so in the manifest. Throws JobError
// container_password for one.
void refuse_encrypted_open_document(OfficeContainer& container);

}  // namespace dutylist
