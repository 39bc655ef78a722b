#include "exporters/xml/xml_exporter.h"

#include "exporters/xml/document_writer.h"

namespace dutylist {

void write_xml(const ExportInput& input, Sink& sink, Diagnostics&) {
    write_canonical_xml(input.document, sink);
}

void write_archived_xml(const ArchivedInput& input, Sink& sink, Diagnostics&) {
    sink.write(input.xml);
}

}  // namespace dutylist
