#include "importers/word/word_importer.h"

#include "importers/office_container/office_package.h"
#include "importers/office_container/relationships.h"
#include "importers/word/body_reader.h"
#include "importers/word/notes.h"

namespace dutylist {

Confidence recognise_word(const SourceBytes& source) {
    return kind_of_package(source) == PackageKind::word ? Confidence::certain : Confidence::no;
}

Imported read_word(SourceBytes source, const ImportSettings&, Diagnostics& diagnostics) {
    OfficeContainer container(source);
    std::string document = find_package(container).main_part;
    if (document.empty()) document = "word/document.xml";
    const std::vector<Relationship> relationships = read_relationships(container, document);

    WordStyles styles;
    const std::string styles_part = target_of_type(relationships, "styles");
    if (container.has(styles_part)) styles.read(container, styles_part);
    Numbering numbering;
    const std::string numbering_part = target_of_type(relationships, "numbering");
    if (container.has(numbering_part)) numbering.read(container, numbering_part);
    Notes notes;
    for (const auto& [kind, type] : {std::pair(Notes::Kind::footnote, "footnotes"),
                                     std::pair(Notes::Kind::endnote, "endnotes")}) {
        const std::string part = target_of_type(relationships, type);
        if (container.has(part)) notes.read(container, part, kind);
    }
    return read_body(container, document, styles, notes, numbering, diagnostics);
}

}  // namespace dutylist
