#include "importers/office_container/open_document_container.h"

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist {

bool is_open_document(const SourceBytes& source, std::string_view kind) {
    if (!is_zip(source.bytes)) return false;
    try {
        OfficeContainer container(source);
        return container.has("mimetype") &&
               container.read("mimetype")
                   .starts_with("application/vnd.oasis.opendocument." + std::string(kind));
    } catch (const JobError&) {
        return false;
    }
}

void refuse_encrypted_open_document(OfficeContainer& container) {
    const std::string manifest = "META-INF/manifest.xml";
    if (container.has(manifest) &&
        container.read(manifest).find("encryption-data") != std::string::npos) {
        throw JobError(Code::container_password, {}, {container.file_name()});
    }
}

}  // namespace dutylist
