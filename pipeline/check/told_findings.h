#pragma once

#include <span>
#include <vector>

#include "pipeline/check/finding.h"

namespace dutylist::check {

// The findings of one document as a sheet or a terminal tells them, bounded as messages are
// (Diagnostics): of each rule the first 200, all others by one entry of the rule
// diagnostics.more at the place of the first of them. Figures and corrections are of all findings.
std::vector<Finding> told_findings(std::span<const Finding> findings);

// The rule that a finding is of; of an entry that counts others, theirs.
Code subject_of(const Finding& finding);
// How many others the entry counts; 0 for a finding that is told by itself.
std::size_t counted_by(const Finding& finding);

}  // namespace dutylist::check
