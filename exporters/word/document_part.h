#pragma once

#include <string>

#include "exporters/booklet/booklet.h"
#include "exporters/word/sections.h"
#include "exporters/word/word_template.h"
#include "pipeline/model/document.h"

namespace dutylist::word {

// word/document.xml: cover, contents, the lists as tables each in a section of its own, the index
// of departments, as the booklet has them, which says the page numbers and the widths.
void write_document(std::string& part, const Document& document,
                    const booklet::BookletLayout& booklet, const WordTemplate& word,
                    const Sections& sections);

}  // namespace dutylist::word
