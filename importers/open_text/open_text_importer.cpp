#include "importers/open_text/open_text_importer.h"

#include "importers/office_container/open_document_container.h"
#include "importers/open_text/text_reader.h"

namespace dutylist {

Confidence recognise_open_text(const SourceBytes& source) {
    return is_open_document(source, "text") ? Confidence::certain : Confidence::no;
}

Imported read_open_text(SourceBytes source, const ImportSettings&, Diagnostics& diagnostics) {
    OfficeContainer container(source);
    refuse_encrypted_open_document(container);
    TextStyles styles;
    if (container.has("styles.xml")) styles.read(container, "styles.xml");
    styles.read(container, "content.xml");
    return read_text_document(container, styles, diagnostics);
}

}  // namespace dutylist
