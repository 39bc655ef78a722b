#pragma once

#include "pipeline/importer.h"

namespace dutylist {

// Word documents (.docx, .docm; ECMA-376 part 1, 17), also as WPS, LibreOffice and other programs
// write them. Headers, footers and comments are no part of a list and are not read.
Confidence recognise_word(const SourceBytes& source);
Imported read_word(SourceBytes source, const ImportSettings& settings, Diagnostics& diagnostics);

}  // namespace dutylist
