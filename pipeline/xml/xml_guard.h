#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "pipeline/diagnostics/message.h"

namespace dutylist {

struct XmlFault {
    Code code{};
    std::size_t offset = 0;
    Argument detail;  // the reason of xml_malformed, the limit of xml_too_deep
};

// What pugixml lets pass and XML 1.0 does not: a DOCTYPE (refused on purpose), more than one root,
// text outside the root, duplicate attributes, references to characters that XML cannot hold,
// undefined entities, and nesting beyond Limits::xml_depth. One pass; of the
// text it keeps the names of one tag's attributes.
std::optional<XmlFault> find_xml_fault(std::string_view text);

}  // namespace dutylist
