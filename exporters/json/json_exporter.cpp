#include "exporters/json/json_exporter.h"

#include "exporters/json/document_json.h"

namespace dutylist {

void write_json(const ExportInput& input, Sink& sink, Diagnostics&) {
    write_document_json(input.document, input.office.departments, sink);
}

}  // namespace dutylist
