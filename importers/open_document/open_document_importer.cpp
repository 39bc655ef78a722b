#include "importers/open_document/open_document_importer.h"

#include "importers/office_container/office_container.h"
#include "importers/open_document/spreadsheet_reader.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist {

Confidence recognise_open_document(const SourceBytes& source) {
    if (!is_zip(source.bytes)) return Confidence::no;
    try {
        OfficeContainer container(source);
        const bool spreadsheet = container.has("mimetype") &&
                                 container.read("mimetype")
                                     .starts_with("application/vnd.oasis.opendocument.spreadsheet");
        return spreadsheet ? Confidence::certain : Confidence::no;
    } catch (const JobError&) {
        return Confidence::no;
    }
}

Imported read_open_document(SourceBytes source, const ImportSettings&, Diagnostics& diagnostics) {
    OfficeContainer container(source);
    // An encrypted document keeps its container readable and says so in the manifest.
    const std::string manifest = "META-INF/manifest.xml";
    if (container.has(manifest) &&
        container.read(manifest).find("encryption-data") != std::string::npos) {
        throw JobError(Code::container_password, {}, {source.name});
    }
    return read_spreadsheet(container, diagnostics);
}

}  // namespace dutylist
