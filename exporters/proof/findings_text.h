#pragma once

#include <string>

#include "exporters/proof/proofed_document.h"

namespace dutylist::proof {

struct TextSettings {
    Language language = Language::chinese;
    bool colour = false;  // ANSI escapes; without them the spot is marked 【】
};

// The proof sheet for a terminal: findings by theme and rule, each with its place, its excerpt and
// what would be right; at the end how many there are of each severity.
std::string make_text(std::span<const ProofedDocument> documents, const TextSettings& settings);

}  // namespace dutylist::proof
