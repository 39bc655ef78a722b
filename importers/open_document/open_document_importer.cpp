#include "importers/open_document/open_document_importer.h"

#include "importers/office_container/open_document_container.h"
#include "importers/open_document/spreadsheet_reader.h"

namespace dutylist {

Confidence recognise_open_document(const SourceBytes& source) {
    return is_open_document(source, "spreadsheet") ? Confidence::certain : Confidence::no;
}

Imported read_open_document(SourceBytes source, const ImportSettings&, Diagnostics& diagnostics) {
    OfficeContainer container(source);
    refuse_encrypted_open_document(container);
    return read_spreadsheet(container, diagnostics);
}

}  // namespace dutylist
