#pragma once

#include "pipeline/exporter.h"

namespace dutylist {

// The list as a Word document (ECMA-376, transitional), as the template's word.xml, booklet.xml and
// pages.xml say; of a part of it where the input asks for one. What the booklet's layout throws
// ends it as well.
void write_docx(const ExportInput& input, Sink& sink, Diagnostics& diagnostics);
// Reads the whole document back; every cell has to be the model's.
void verify_docx(const ExportInput& input, const WrittenBytes& bytes);

}  // namespace dutylist
