#pragma once

#include <memory>
#include <string>
#include <unordered_map>

#include "importers/draft_building/text_look.h"
#include "importers/mapped_xml/mapping.h"
#include "importers/mapped_xml/xpath_document.h"
#include "importers/number_formats/number_format.h"

namespace dutylist {

struct MappedStyle {
    TextLook look;
    std::shared_ptr<const NumberFormat> number;  // null: as written
};

// The styles of a file, as a mapping finds them; each is looked at once.
class MappedStyles {
public:
    MappedStyles(const XPathDocument& document, const Mapping& mapping);

    // One that says nothing if there is none of that name.
    const MappedStyle& find(const std::string& name) const;

private:
    std::unordered_map<std::string, MappedStyle> styles_;
};

// A day as Excel 2003 XML writes it ("2025-07-01T00:00:00.000") as the serial number by which
// sheets count; as it is if it is none.
std::string serial_of_day(const std::string& written);

}  // namespace dutylist
