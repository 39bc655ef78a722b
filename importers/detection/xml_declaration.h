#pragma once

#include <optional>
#include <string_view>

namespace dutylist {

// The encoding that an XML file says it has: <?xml version="1.0" encoding="GB18030"?>. For bytes
// in which ASCII stands for itself; a view into them.
std::optional<std::string_view> declared_xml_encoding(std::string_view bytes);

}  // namespace dutylist
