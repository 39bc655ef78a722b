#include "importers/word/word_importer.h"

#include "importers/office_container/relationships.h"
#include "importers/word/body_reader.h"
#include "importers/word/notes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist {

Confidence recognise_word(const SourceBytes& source) {
    if (!is_zip(source.bytes)) return Confidence::no;
    try {
        return OfficeContainer(source).has("word/document.xml") ? Confidence::certain
                                                                : Confidence::no;
    } catch (const JobError&) {
        return Confidence::no;
    }
}

Imported read_word(SourceBytes source, const ImportSettings&, Diagnostics& diagnostics) {
    OfficeContainer container(source);
    std::string document = target_of_type(read_relationships(container, ""), "officeDocument");
    if (!container.has(document)) document = "word/document.xml";
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
