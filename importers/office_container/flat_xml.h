#pragma once

#include <string>
#include <string_view>

#include "importers/office_container/xml_part.h"
#include "pipeline/io/bounded_reader.h"

namespace dutylist {

// Whether the bytes are a flat OpenDocument file of this kind ("spreadsheet", "text"): the parts of
// an archive as one XML file (OpenDocument 1.2 part 1, 2.1).
bool is_flat_open_document(const SourceBytes& source, std::string_view kind);

// Reads an XML file that is no part of an archive as read_xml_part() does. Throws JobError
// xml_doctype, xml_malformed, xml_too_deep.
void read_flat_xml(std::string_view bytes, const std::string& file, XmlHandler& handler);

}  // namespace dutylist
