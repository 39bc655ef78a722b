#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "importers/draft_building/text_look.h"
#include "importers/word/word_styles.h"
#include "pipeline/xml/xml_attributes.h"

namespace dutylist {

// What <w:pPr> says of a paragraph (ECMA-376 part 1, 17.3.1).
struct ParagraphProperties {
    std::string style;
    std::optional<std::uint32_t> num;
    std::optional<std::uint32_t> num_level;
    std::optional<std::uint32_t> outline;
    TextLook look;
    bool mark_deleted = false;  // it goes on in the next paragraph

    // An element inside <w:pPr>; false for what holds former properties or a section.
    bool add(std::string_view element, const XmlAttributes& attributes);
    // 0: no heading.
    int heading_level(const WordStyle& own_style) const;
};

}  // namespace dutylist
