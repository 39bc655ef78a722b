#pragma once

#include <string>
#include <string_view>

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/model/document.h"

namespace dutylist {

// Reads canonical XML of any edition up to this program's, from a text that passed the text gate.
// The texts and restored labels are taken, and analysed as those of any other form are; where the
// elements around a text say something else than its analysis, that is a diagnostic (a cell without
// such elements says nothing). Places are those of the original source where the file has them,
// else those in the XML. Keeps no tree: memory is that of the document.
// Throws JobError canonical_not_canonical, canonical_newer, canonical_cell_count,
// canonical_stray_text, and xml_… for what the schema forbids.
Document read_canonical_document(std::string_view text, const std::string& file_name,
                                 Diagnostics& diagnostics);

}  // namespace dutylist
