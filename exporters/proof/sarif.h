#pragma once

#include <string>

#include "exporters/proof/proofed_document.h"

namespace dutylist::proof {

// SARIF 2.1.0 (OASIS), as code hosts and editors read it: one run, the rules that were on, a result
// a finding. Columns count characters (columnKind unicodeCodePoints). A place in a worksheet has no
// region, which SARIF would read as lines of text; it is a logical location.
std::string make_sarif(std::span<const ProofedDocument> documents, Language language);

}  // namespace dutylist::proof
