#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/xml/xml_attributes.h"

namespace dutylist {

// What a form field says of itself (<w:ffData>, ECMA-376 part 1, 17.16.17): the entries of a
// drop-down and which was chosen, whether a box is ticked, the text that stands in a field at
// first.
struct FormField {
    std::vector<std::string> entries;
    std::size_t chosen = 0;
    bool has_choice = false;  // besides the default
    bool ticked = false;
    std::string text;

    // An element inside <w:ffData>.
    void add(std::string_view element, const XmlAttributes& attributes);
    // The entry that is shown; nothing if there is none of that number.
    std::optional<std::string> entry() const;
};

}  // namespace dutylist
