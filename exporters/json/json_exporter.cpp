#include "exporters/json/json_exporter.h"

#include "exporters/json/document_json.h"
#include "pipeline/io/output_file.h"

namespace dutylist {

void write_json(const ExportInput& input, const std::filesystem::path& temporary, Diagnostics&) {
    write_whole_file(temporary, document_json(input.document, input.office.departments));
}

void verify_json(const ExportInput& input, const std::filesystem::path& temporary) {
    require_file_holds(temporary, document_json(input.document, input.office.departments));
}

}  // namespace dutylist
