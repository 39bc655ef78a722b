#include "importers/word/word_importer.h"

#include "importers/office_container/office_package.h"
#include "importers/office_container/relationships.h"
#include "importers/word/body_reader.h"

namespace dutylist {

Confidence recognise_word(const SourceBytes& source) {
    return kind_of_package(source) == PackageKind::word ? Confidence::certain : Confidence::no;
}

Imported read_word(SourceBytes source, const ImportSettings&, Diagnostics& diagnostics) {
    OfficeContainer container(source);
    std::string document = find_package(container).main_part;
    if (document.empty()) document = "word/document.xml";
    const std::vector<Relationship> relationships = read_relationships(container, document);

    WordParts parts;
    const std::string styles = target_of_type(relationships, "styles");
    if (container.has(styles)) parts.styles.read(container, styles);
    const std::string numbering = target_of_type(relationships, "numbering");
    if (container.has(numbering)) parts.numbering.read(container, numbering);
    for (const auto& [kind, type] : {std::pair(Notes::Kind::footnote, "footnotes"),
                                     std::pair(Notes::Kind::endnote, "endnotes")}) {
        const std::string notes = target_of_type(relationships, type);
        if (container.has(notes)) parts.notes.read(container, notes, kind);
    }
    parts.properties.read(container);
    return read_body(container, document, parts, diagnostics);
}

}  // namespace dutylist
