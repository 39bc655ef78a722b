#pragma once

#include <string_view>

#include "importers/draft_building/text_look.h"
#include "pipeline/xml/xml_attributes.h"

namespace dutylist {

// A child of <w:rPr> (ECMA-376 part 1, 17.3.2) that says whether the text can be seen: vanish,
// strike, colour, size, shading, highlight. Any other leaves the look as it is.
void add_run_property(TextLook& look, std::string_view element, const XmlAttributes& attributes);

// <w:shd> of a run, paragraph, cell or table.
void add_shading(TextLook& look, const XmlAttributes& attributes);

}  // namespace dutylist
