#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/cell.h"

namespace dutylist {

// Divides a duty cell into department headings, section headings, clauses and paragraphs
// (docs/grammar.md). `text` has the form of Cell::text; `restored` are labels that the source
// displays without spelling them out, in the order of the text; `headings` are the forms in which a
// department heading may name a department (short_forms).
//
// The blocks stand in the order of the text and cover every character of it but white space.
// Pure: the same arguments give the same blocks.
std::vector<Block> find_blocks(std::string_view text, std::span<const TextSpan> restored,
                               std::span<const std::string> headings);

}  // namespace dutylist
