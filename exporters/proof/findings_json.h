#pragma once

#include "exporters/proof/proofed_document.h"
#include "pipeline/text/json_writer.h"

namespace dutylist::proof {

// Writes the array of findings: {"rule","severity","file","sheet","line","column","list","number",
// "cell","excerpt","message","suggestion"}; members that are not known are left out, the suggestion
// is null where there is none and "" where the spot should go. The spot is marked 【】 in the
// excerpt. Schema: templates/schemas/check.schema.json.
void write_findings(JsonWriter& json, std::span<const ProofedDocument> documents,
                    Language language);

}  // namespace dutylist::proof
