#pragma once

#include <filesystem>
#include <string>

#include "exporters/proof/proof_template.h"

namespace dutylist::proof {

// The proof sheet as a workbook: one row a finding, with a filter, a head that stays, and a link to
// the item's text on a second sheet, from where a link leads back; of several lists with a column
// that says which. Throws JobError.
// `shown_name` stands in messages.
void write_proof_sheet(std::span<const ProofedDocument> documents, const ProofTemplate& settings,
                       const std::string& shown_name, const std::filesystem::path& temporary);

// Reopens the file and throws JobError output_not_verified unless it is a whole workbook.
void verify_proof_sheet(const std::filesystem::path& file);

}  // namespace dutylist::proof
