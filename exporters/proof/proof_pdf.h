#pragma once

#include <filesystem>
#include <string>

#include "exporters/proof/proof_template.h"

namespace dutylist::proof {

// The proof sheet as a tagged PDF: findings by item, each spot highlighted in its sentence.
// Throws JobError (no font, a template's mistake).
std::string make_proof_pdf(const ProofedDocument& proofed, const ProofTemplate& settings,
                           const TemplateStore& templates, const std::filesystem::path& font_folder,
                           Language language);

// Throws JobError output_not_verified unless the file is a whole PDF with pages.
void verify_proof_pdf(const std::filesystem::path& file);

}  // namespace dutylist::proof
