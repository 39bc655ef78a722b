#pragma once

#include <string>

#include "exporters/proof/proof_template.h"

namespace dutylist::proof {

// The proof sheet as one HTML file that needs nothing else: findings by item, each highlighted in
// its sentence, with the rule, its basis and what would be right; boxes to hide a severity work
// without a script. Every text is escaped.
std::string make_html(std::span<const ProofedDocument> documents, const ProofTemplate& settings);

}  // namespace dutylist::proof
