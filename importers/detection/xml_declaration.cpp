#include "importers/detection/xml_declaration.h"

namespace dutylist {

std::optional<std::string_view> declared_xml_encoding(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (!bytes.starts_with("<?xml")) return {};
    const std::string_view declaration = bytes.substr(0, bytes.find("?>"));
    constexpr std::string_view key = "encoding";
    std::size_t at = declaration.find(key);
    if (at == std::string_view::npos) return {};
    at = declaration.find_first_of("\"'", at + key.size());
    if (at == std::string_view::npos) return {};
    const std::size_t end = declaration.find(declaration[at], at + 1);
    if (end == std::string_view::npos) return {};
    return declaration.substr(at + 1, end - at - 1);
}

}  // namespace dutylist
