#pragma once

#include "exporters/proof/proof_template.h"
#include "pipeline/io/sink.h"

namespace dutylist::proof {

// The proof sheet as a workbook: one row a finding, with a filter, a head that stays, and a link to
// the item's text on a second sheet, from where a link leads back; of several lists with a column
// that says which. Throws JobError.
void write_proof_sheet(std::span<const ProofedDocument> documents, const ProofTemplate& settings,
                       Sink& sink);

// Reads it back and throws JobError output_not_verified unless it is a whole workbook.
void verify_proof_sheet(const WrittenBytes& bytes);

}  // namespace dutylist::proof
