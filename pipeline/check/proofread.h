#pragma once

#include <array>
#include <vector>

#include "pipeline/check/finding.h"
#include "pipeline/office/office.h"

namespace dutylist::check {

// A document with what was found in it: what every form of the proof sheet is made from.
struct ProofedDocument {
    const Document& document;
    std::vector<Finding> findings;
};

// Runs every rule that the office leaves on over an analysed document, in one pass over its items.
// Findings come in the order of the document: first what concerns it as a whole, then list by
// list, item by item, cell by cell, spot by spot. What the office suppresses is left out, and so
// is what lies inside one of its own terms. `reading` is what was said while the document was read:
// those of its diagnostics that are rules become findings. Thread safe.
std::vector<Finding> proofread(const Document& document, const Office& office,
                               const Diagnostics& reading = {});

// How many findings of each severity, indexed by Severity.
std::array<std::size_t, 3> count_by_severity(const std::vector<Finding>& findings);

}  // namespace dutylist::check
