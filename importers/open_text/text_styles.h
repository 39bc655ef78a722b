#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "importers/office_container/office_container.h"
#include "importers/office_container/open_document_looks.h"

namespace dutylist {

// One level of a list style (OpenDocument 1.2 part 1, 16.30) or of the numbering of headings.
struct ListLevel {
    std::string format;  // style:num-format: "1", "a", "一, 二, 三, ..."; empty: shows no number
    std::string prefix;
    std::string suffix;
    std::uint32_t display_levels = 1;
    std::uint32_t start = 1;
};

constexpr std::size_t list_level_count = 10;
using ListStyle = std::array<ListLevel, list_level_count>;

// What the styles of a text document say that matters for reading.
class TextStyles {
public:
    // Adds the styles of a part (styles.xml, content.xml).
    void read(OfficeContainer& container, const std::string& part);
    // Those of a flat document, the bytes of an XML file.
    void read_flat(std::string_view bytes, const std::string& file);

    const ListStyle& list(const std::string& name) const;  // without levels if there is none
    const ListStyle& outline() const { return outline_; }
    const OpenDocumentLooks& looks() const { return looks_; }

private:
    friend class TextStylesHandler;
    std::map<std::string, ListStyle> lists_;
    ListStyle outline_;
    OpenDocumentLooks looks_;
};

}  // namespace dutylist
