#pragma once

#include <cstdint>

#include "pipeline/analysis/analyse.h"
#include "pipeline/model/document.h"

namespace dutylist::test {

// A random document that uses every field of the model: several lists of one kind, missing and
// extra columns, restored labels, sections, department headings, hand-overs, odd characters, empty
// and long cells, source positions. The same seed gives the same document on every machine.
// Its texts have the form that Cell::text promises; nothing is analysed yet.
Document generate_texts(std::uint32_t seed);

// The same, analysed: what an importer hands on.
inline Document generate_document(std::uint32_t seed) {
    Document document = generate_texts(seed);
    Diagnostics ignored;
    analyse(document, ignored);
    return document;
}

}  // namespace dutylist::test
