#include "importers/word/form_field.h"

namespace dutylist {
namespace {

// Word refuses more.
constexpr std::size_t most_entries = 1000;

}  // namespace

void FormField::add(std::string_view element, const XmlAttributes& attributes) {
    if (element == "listEntry") {
        if (entries.size() < most_entries) entries.emplace_back(attributes.value("val"));
    } else if (element == "result") {
        chosen = attributes.number("val", 0);
        has_choice = true;
    } else if (element == "checked") {
        ticked = attributes.flag("val", true);
        has_choice = true;
    } else if (element == "default" && !has_choice) {
        const std::string_view value = attributes.value("val");
        chosen = attributes.number("val", 0);
        ticked = value == "1" || value == "true" || value == "on";
        text = value;
    }
}

std::optional<std::string> FormField::entry() const {
    if (chosen < entries.size()) return entries[chosen];
    return {};
}

}  // namespace dutylist
