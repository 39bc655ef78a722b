#pragma once

#include <filesystem>
#include <string>

#include "exporters/proof/proof_template.h"

namespace dutylist::proof {

// The proof sheet as a workbook: one row a finding, with a filter, a head that stays, and a link to
// the item's text on a second sheet, from where a link leads back. Throws JobError.
// `shown_name` stands in messages.
void write_proof_sheet(const ProofedDocument& proofed, const ProofTemplate& settings,
                       Language language, const std::string& shown_name,
                       const std::filesystem::path& temporary);

// Reopens the file and throws JobError output_not_verified unless it is a whole workbook.
void verify_proof_sheet(const std::filesystem::path& file);

}  // namespace dutylist::proof
