#pragma once

#include <string>
#include <string_view>

#include "pipeline/model/slim_vector.h"
#include "pipeline/model/source_map.h"
#include "pipeline/model/text_span.h"

namespace dutylist {

enum class BlockKind : std::uint8_t { department, section, clause, paragraph };

// A stretch of a cell's text that the clause grammar found. Blocks stand in the order of the text,
// do not overlap, and cover every character of it but white space between them.
//   department: `text` is the department heading, `label` is empty
//   section:    `label` is "一、", `text` the heading after it
//   clause:     `label` is "1." or "（1）", `text` what follows up to the next block
//   paragraph:  `label` is empty
struct Block {
    BlockKind kind = BlockKind::paragraph;
    bool label_restored = false;  // the label is not in the source's text (an <ol>, Word numbering)
    TextSpan label;
    TextSpan text;

    // The block as printed: label and text.
    TextSpan whole() const { return {label.empty() ? text.begin : label.begin, text.end}; }
    friend bool operator==(const Block&, const Block&) = default;
};

// A table cell. `text` is the official text and is stored nowhere else: as printed, markup turned
// into '\n', every other run of white space into one ' ', no white space at either end. It is valid
// UTF-8 without control characters other than '\n'. Everything else is spans over it.
struct Cell {
    std::string text;
    SlimVector<Block> blocks;       // of the duty and hand-over columns; empty elsewhere
    SlimVector<TextSpan> restored;  // labels that the source displays but does not spell out
    SourceMap source;

    std::string_view view(TextSpan span) const { return span.of(text); }

    // Equal content; where it came from does not count.
    friend bool operator==(const Cell& a, const Cell& b) {
        return a.text == b.text && a.blocks == b.blocks && a.restored == b.restored;
    }
};

}  // namespace dutylist
