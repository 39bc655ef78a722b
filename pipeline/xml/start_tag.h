#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist {

// What XmlElement and XmlReader promise alike of a start tag: `tag` has name(), place(), has() and
// attribute().

template <typename Tag>
[[noreturn]] void fail_value_of(Tag& tag, std::string_view attribute, Argument expected) {
    throw JobError(Code::xml_bad_value, tag.place(),
                   {attribute, tag.attribute(attribute), std::move(expected)});
}

template <typename Tag>
std::string_view required_of(Tag& tag, std::string_view attribute) {
    if (!tag.has(attribute)) {
        throw JobError(Code::xml_missing, tag.place(),
                       {std::string(tag.name()), std::string(attribute)});
    }
    const std::string_view value = tag.attribute(attribute);
    if (value.empty()) fail_value_of(tag, attribute, Message{Code::reason_some_text, {}});
    return value;
}

template <typename Tag>
bool flag_of(Tag& tag, std::string_view attribute, bool fallback) {
    if (!tag.has(attribute)) return fallback;
    const std::string_view value = tag.attribute(attribute);
    if (value == "true" || value == "yes" || value == "1") return true;
    if (value == "false" || value == "no" || value == "0") return false;
    fail_value_of(tag, attribute, "yes, no");
}

// `attributes`: pairs of name and value. Those of XML itself are always allowed.
template <typename Tag, typename Attributes>
void allow_attributes_of(Tag& tag, const Attributes& attributes,
                         std::initializer_list<std::string_view> names) {
    for (const auto& [name, value] : attributes) {
        const std::string_view found = name;
        const bool general = found == "xmlns" || found.starts_with("xmlns:") ||
                             found.starts_with("xml:") || found.starts_with("xsi:");
        if (general || std::find(names.begin(), names.end(), found) != names.end()) continue;
        throw JobError(Code::xml_unknown_attribute, tag.place(),
                       {std::string(tag.name()), std::string(found)});
    }
}

}  // namespace dutylist
