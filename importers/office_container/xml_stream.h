#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "importers/office_container/office_container.h"

namespace dutylist {

// The attributes of a start tag; valid while the handler is called.
class XmlAttributes {
public:
    XmlAttributes(const unsigned char* const* values, std::size_t count)
        : values_(values), count_(count) {}

    // By local name; the first of that name, whatever its namespace.
    std::optional<std::string_view> find(std::string_view local_name) const;
    std::string_view value(std::string_view local_name, std::string_view fallback = {}) const;
    // By local name and the ending of its namespace: "id" of ".../relationships".
    std::optional<std::string_view> find(std::string_view local_name,
                                         std::string_view name_space_ending) const;
    // A whole number of at most nine digits, else the fallback.
    std::uint32_t number(std::string_view local_name, std::uint32_t fallback) const;
    // xsd:boolean of ECMA-376: "1", "true", "on".
    bool flag(std::string_view local_name, bool fallback) const;

private:
    const unsigned char* const* values_;  // libxml2's five pointers an attribute
    std::size_t count_;
};

// Receives a part of an Office file as it is read. Names come without prefix.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void start_element(std::string_view name, std::string_view name_space,
                               const XmlAttributes& attributes) = 0;
    virtual void end_element(std::string_view name, std::string_view name_space) = 0;
    // A run of character data may come in several calls.
    virtual void characters(std::string_view text) = 0;
};

// Reads a part as a stream; memory does not grow with its size. Knows no entities but the five of
// XML itself; a DOCTYPE ends the job (office_doctype), as do malformed XML (office_xml_malformed)
// and nesting beyond Limits::xml_depth (office_xml_too_deep). What the handler throws passes on.
void read_xml_part(OfficeContainer& container, std::string_view part, XmlHandler& handler);

}  // namespace dutylist
