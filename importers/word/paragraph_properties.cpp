#include "importers/word/paragraph_properties.h"

#include "importers/word/elements.h"
#include "importers/word/run_look.h"

namespace dutylist {

bool ParagraphProperties::add(std::string_view element, const XmlAttributes& attributes) {
    if (element == "pStyle") {
        style = attributes.value("val");
    } else if (element == "numId") {
        num = attributes.number("val", 0);
    } else if (element == "ilvl") {
        num_level = attributes.number("val", 0);
    } else if (element == "outlineLvl") {
        outline = attributes.number("val", 9);
    } else if (element == "del" || element == "moveFrom") {
        mark_deleted = true;  // of the paragraph mark, whose properties stand in <w:rPr> here
    } else if (element == "shd") {
        add_shading(look, attributes);
    } else if (is_left_out(element)) {
        return false;
    }
    return true;
}

int ParagraphProperties::heading_level(const WordStyle& own_style) const {
    if (!outline) return own_style.heading_level;
    return *outline < 9 ? static_cast<int>(*outline) + 1 : 0;
}

}  // namespace dutylist
