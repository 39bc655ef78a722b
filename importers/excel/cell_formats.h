#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/draft_building/text_look.h"
#include "importers/number_formats/number_format.h"
#include "importers/office_container/office_container.h"
#include "pipeline/xml/xml_attributes.h"

namespace dutylist {

// What a cell format (the s attribute of a cell) says that matters for reading.
struct CellFormat {
    std::shared_ptr<const NumberFormat> number;  // null: as written
    TextLook look;
};

// The cell formats of a workbook, by their numbers (ECMA-376 part 1, 18.8).
std::vector<CellFormat> read_cell_formats(OfficeContainer& container, const std::string& part);

// A <color>, <fgColor> or <bgColor> (18.8.19) as programs show it with the usual theme and palette;
// nothing for one that stands out from its background.
std::optional<Colour> excel_colour(const XmlAttributes& attributes);

// A child of <font> or of a rich text run's <rPr> that says whether the text can be seen.
void add_font_property(TextLook& look, std::string_view element, const XmlAttributes& attributes);

}  // namespace dutylist
