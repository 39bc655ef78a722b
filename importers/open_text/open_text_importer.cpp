#include "importers/open_text/open_text_importer.h"

#include "importers/office_container/flat_xml.h"
#include "importers/office_container/open_document_container.h"
#include "importers/open_text/text_reader.h"

namespace dutylist {

Confidence recognise_open_text(const SourceBytes& source) {
    const bool own = is_open_document(source, "text") || is_flat_open_document(source, "text");
    return own ? Confidence::certain : Confidence::no;
}

Imported read_open_text(SourceBytes source, const ImportSettings&, Diagnostics& diagnostics) {
    TextStyles styles;
    if (!is_zip(source.bytes)) {
        styles.read_flat(source.bytes, source.name);
        return read_flat_text_document(source.bytes, source.name, styles, diagnostics);
    }
    OfficeContainer container(source);
    refuse_encrypted_open_document(container);
    if (container.has("styles.xml")) styles.read(container, "styles.xml");
    styles.read(container, "content.xml");
    return read_text_document(container, styles, diagnostics);
}

}  // namespace dutylist
