#pragma once

#include <string>

#include "importers/office_container/office_container.h"
#include "importers/word/document_properties.h"
#include "importers/word/notes.h"
#include "importers/word/numbering.h"
#include "importers/word/word_styles.h"
#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/recognition/draft.h"

namespace dutylist {

// What the other parts of a document say that reading its body needs.
struct WordParts {
    WordStyles styles;
    Numbering numbering;
    Notes notes;
    DocumentProperties properties;
};

// Reads the body of a word processor document as a stream (ECMA-376 part 1, 17.2 to 17.16):
// paragraphs with their restored numbers, tables, tracked changes as accepted, what fields show.
// Hidden and struck-out text is read and told; what is passed over (notes, pictures) is told.
Draft read_body(OfficeContainer& container, const std::string& part, WordParts& parts,
                Diagnostics& diagnostics);

}  // namespace dutylist
