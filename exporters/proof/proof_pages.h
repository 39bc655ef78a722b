#pragma once

#include <filesystem>
#include <span>

#include "exporters/proof/proof_template.h"
#include "exporters/typeset/frame.h"

namespace dutylist::proof {

// The proof sheet laid out on pages: list after list, findings by item, each spot highlighted in
// its sentence. Throws JobError (no font, a template's mistake).
typeset::PagedDocument make_proof_pages(std::span<const ProofedDocument> documents,
                                        const ProofTemplate& settings,
                                        const TemplateStore& templates,
                                        const std::filesystem::path& font_folder,
                                        Diagnostics& diagnostics);

}  // namespace dutylist::proof
