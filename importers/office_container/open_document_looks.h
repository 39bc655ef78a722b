#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "importers/draft_building/text_look.h"
#include "pipeline/xml/xml_attributes.h"

namespace dutylist {

// What the styles of an OpenDocument file say of how text is seen, and of the size of rows and
// columns (OpenDocument 1.2 part 1, 16 and 20). Fed with the elements of styles.xml and of
// content.xml before its body.
class OpenDocumentLooks {
public:
    void start(std::string_view element, const XmlAttributes& attributes);
    void end(std::string_view element);

    // Of a style of this family ("text", "paragraph", "table-cell"), with those it derives from.
    TextLook look(std::string_view family, std::string_view name) const;
    // Whether rows or columns ("table-row", "table-column") of the style are too small for text.
    bool is_flat(std::string_view family, std::string_view name) const;

private:
    struct Style {
        TextLook look;
        std::string parent;
        std::optional<bool> flat;
    };
    const Style* find(std::string_view family, std::string_view name) const;

    std::map<std::string, Style, std::less<>> styles_;  // "text:T1"; "text:" for the default
    Style* open_ = nullptr;
};

// A length ("0.5pt", "1.2cm", "3px") in points; nothing for anything else.
std::optional<double> length_in_points(std::string_view text);

}  // namespace dutylist
