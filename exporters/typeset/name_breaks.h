#pragma once

#include <span>
#include <string_view>

#include "exporters/typeset/cell_text.h"
#include "exporters/typeset/word_breaks.h"
#include "pipeline/model/text_span.h"

namespace dutylist::typeset {

enum class NameKind : std::uint8_t {
    names,  // names joined by 、: a line ends inside one only where it must
    text,   // a short text, as the name of an item
};

// From here on a cost says that a name is torn: not at the end of its region.
inline constexpr float torn_name_cost = 300;

// Decides where lines of `cell`, set flush left or centred, had better end: after `regions` (the
// region that a department's name begins with, spans of the cell's text), between words, hardly
// inside a word, and least of all inside a region. `text` is what the cell was shaped from.
void prefer_breaks(CellText& cell, std::string_view text, std::span<const TextSpan> regions,
                   NameKind kind, WordBreaks& words);

}  // namespace dutylist::typeset
