#pragma once

#include "importers/draft_building/draft_builder.h"
#include "importers/office_container/office_container.h"
#include "importers/word/notes.h"
#include "importers/word/numbering.h"
#include "importers/word/word_styles.h"

namespace dutylist {

// Reads the body of a word processor document as a stream (ECMA-376 part 1, 17.2 to 17.13):
// paragraphs with their restored numbers, tables, tracked changes as accepted, results of fields.
// What it passes over (notes, pictures, hidden text) goes into the diagnostics.
Draft read_body(OfficeContainer& container, const std::string& part, const WordStyles& styles,
                Notes& notes, Numbering& numbering, Diagnostics& diagnostics);

}  // namespace dutylist
