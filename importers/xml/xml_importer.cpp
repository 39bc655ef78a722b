#include "importers/xml/xml_importer.h"

#include "importers/detection/text_peek.h"
#include "importers/detection/xml_declaration.h"
#include "importers/xml/document_reader.h"
#include "pipeline/canonical/canonical_format.h"
#include "pipeline/text/text_gate.h"

namespace dutylist {

Confidence recognise_canonical_xml(const SourceBytes& source) {
    const std::string markup = peek_markup(source, 8192);
    const std::string_view root = std::string_view(markup).substr(0, markup.find('>'));
    const bool canonical =
        root.starts_with('<') && root.find(canonical_namespace_stem) != std::string_view::npos;
    return canonical ? Confidence::certain : Confidence::no;
}

Imported read_canonical_xml(SourceBytes source, const ImportSettings& settings,
                            Diagnostics& diagnostics) {
    std::optional<std::string_view> wanted;
    if (settings.encoding) wanted = *settings.encoding;
    std::optional<std::string> declared;
    if (const auto found = declared_xml_encoding(source.bytes)) declared = std::string(*found);
    GatedText gated =
        pass_text_gate(std::move(source.bytes), source.name, diagnostics, wanted,
                       declared ? std::optional<std::string_view>(*declared) : std::nullopt);
    return read_canonical_document(gated.text, source.name, diagnostics);
}

}  // namespace dutylist
