#pragma once

#include <string>

#include "exporters/booklet/booklet_template.h"
#include "exporters/office_container/package.h"
#include "exporters/word/properties.h"
#include "exporters/word/word_template.h"

namespace dutylist::word {

// The sections of the document: cover and contents without page numbers, then lists and index with
// them, at the outer edge of odd and even pages (GB/T 9704-2012 7.5).
class Sections {
public:
    // Adds the footers to the package, for `document`, its main part.
    Sections(office_container::Package& package, const std::string& document,
             const booklet::BookletTemplate& pages, const WordTemplate& word);

    SectionProperties unnumbered() const;
    // `first`: the first with numbers, which begin at 1.
    SectionProperties numbered(bool landscape, bool first) const;

private:
    SectionProperties page(bool landscape) const;

    const booklet::BookletTemplate& pages_;
    const WordTemplate& word_;
    std::string empty_, odd_, even_, side_odd_, side_even_;
};

}  // namespace dutylist::word
