#pragma once

#include <string>
#include <vector>

#include "pipeline/io/written_bytes.h"
#include "pipeline/model/document.h"

namespace dutylist::word {

// Reads a Word document back and throws JobError output_not_verified unless its package is whole
// (office_container::check_package), ids of bookmarks are given once, every cell ends with a
// paragraph (ECMA-376 part 1, 17.4.66), and its tables are the lists of the document, cell by cell
// and character by character.
void check_document(const WrittenBytes& file, const Document& document);

}  // namespace dutylist::word
