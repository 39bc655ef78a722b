#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "importers/office_container/office_container.h"
#include "pipeline/xml/xml_stream.h"

namespace dutylist {

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

// Hands all that the stream holds to the handler. Returns the fault that ended it, or nothing.
std::optional<XmlFault> hand_on(XmlStream& xml, XmlHandler& handler);

// Reads a part as a stream (pipeline/xml/xml_stream.h, with its limits); memory does not grow with
// its size. A DOCTYPE ends the job (office_doctype), as do malformed XML (office_xml_malformed) and
// nesting beyond Limits::xml_depth (office_xml_too_deep). What the handler throws passes on.
void read_xml_part(OfficeContainer& container, std::string_view part, XmlHandler& handler);

// The root element of a part; nothing where it does not begin as XML that can be read.
struct RootElement {
    std::string name;
    std::string name_space;
};
std::optional<RootElement> read_root_element(OfficeContainer& container, std::string_view part);

}  // namespace dutylist
