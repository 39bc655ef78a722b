#pragma once

#include <string>

#include "exporters/proof/proofed_document.h"

namespace dutylist::proof {

// The sentence, clause or line in which a finding's spot stands, whole: from the mark or line break
// that ends the one before to the one that ends it. A sentence longer than about 160 characters is
// cut around the spot (`cut_before`, `cut_after`).
check::Excerpt sentence_of(const Document& document, const check::Finding& finding);

}  // namespace dutylist::proof
