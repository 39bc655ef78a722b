#pragma once

#include <span>
#include <string>
#include <vector>

#include "pipeline/check/proofread.h"

namespace dutylist::proof {

using check::ProofedDocument;

// Words of the catalogue.
std::string words(Code code, std::vector<Argument> arguments, Language language);

// Where an item's finding belongs, in words: 配合履职事项 第16项 上级部门职责.
std::string item_words(const Document& document, const check::Finding& finding, Language language);

}  // namespace dutylist::proof
