#include "importers/open_document/open_document_importer.h"

#include "importers/office_container/flat_xml.h"
#include "importers/office_container/open_document_container.h"
#include "importers/open_document/spreadsheet_reader.h"

namespace dutylist {

Confidence recognise_open_document(const SourceBytes& source) {
    const bool own =
        is_open_document(source, "spreadsheet") || is_flat_open_document(source, "spreadsheet");
    return own ? Confidence::certain : Confidence::no;
}

Imported read_open_document(SourceBytes source, const ImportSettings&, Diagnostics& diagnostics) {
    if (!is_zip(source.bytes)) return read_flat_spreadsheet(source.bytes, source.name, diagnostics);
    OfficeContainer container(source);
    refuse_encrypted_open_document(container);
    return read_spreadsheet(container, diagnostics);
}

}  // namespace dutylist
