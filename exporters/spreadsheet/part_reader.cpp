#include "exporters/spreadsheet/part_reader.h"

#include <algorithm>
#include <charconv>

#include "exporters/spreadsheet/part_kind.h"

namespace dutylist::spreadsheet {

void PartReader::start(std::string_view name, Attributes attributes) {
    if (root_.empty()) root_ = name;
    for (const MarkupAttribute& attribute : attributes) {
        if (attribute.name == "r:id") relations_.emplace(attribute.value);
        if (attribute.name.starts_with("xmlns")) read_namespace(attribute);
    }
    require_declared(name);
    element(name, attributes);
}

// xmlns="…" or xmlns:a="…".
void PartReader::read_namespace(const MarkupAttribute& attribute) {
    prefixes_.emplace(attribute.name.substr(std::min(attribute.name.size(), std::size_t{6})));
    require(is_known_namespace(attribute.value));
}

void PartReader::require_declared(std::string_view name) {
    const std::size_t colon = name.find(':');
    const std::string_view prefix = name.substr(0, colon == name.npos ? 0 : colon);
    require(prefixes_.contains(prefix));
}

std::uint64_t PartReader::number(Attributes attributes, std::string_view name) {
    const std::string_view text = value_of(attributes, name);
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    require(error == std::errc() && end == text.data() + text.size());
    return number;
}

}  // namespace dutylist::spreadsheet
