#include "exporters/xml/xml_exporter.h"

#include "exporters/xml/document_writer.h"
#include "pipeline/io/output_file.h"

namespace dutylist {

void write_xml(const ExportInput& input, const std::filesystem::path& temporary, Diagnostics&) {
    write_whole_file(temporary, canonical_xml(input.document));
}

void verify_xml(const ExportInput& input, const std::filesystem::path& temporary) {
    require_file_holds(temporary, canonical_xml(input.document));
}

}  // namespace dutylist
