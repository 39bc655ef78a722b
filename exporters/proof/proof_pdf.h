#pragma once

#include <filesystem>
#include <string>

#include "exporters/proof/proof_template.h"

namespace dutylist::proof {

// The proof sheet as a tagged PDF: list after list, findings by item, each spot highlighted in its
// sentence. Throws JobError (no font, a template's mistake).
std::string make_proof_pdf(std::span<const ProofedDocument> documents,
                           const ProofTemplate& settings, const TemplateStore& templates,
                           const std::filesystem::path& font_folder);

}  // namespace dutylist::proof
