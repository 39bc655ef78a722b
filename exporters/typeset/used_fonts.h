#pragma once

#include <memory>
#include <vector>

#include "exporters/typeset/frame.h"

namespace dutylist::typeset {

// Gives the document those of `faces` that something in it is set in, and makes its runs refer to
// them.
void keep_used_fonts(PagedDocument& document,
                     const std::vector<std::shared_ptr<const FontFace>>& faces);

}  // namespace dutylist::typeset
