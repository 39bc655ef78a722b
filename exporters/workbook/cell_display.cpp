#include "exporters/workbook/cell_display.h"

namespace dutylist {

void show_cell(const Cell& cell, std::string& output) {
    output.clear();
    const std::string& text = cell.text;
    if (cell.blocks.empty()) {
        output = text;
        return;
    }
    const auto is_gap = [&](std::size_t at) { return text[at] == ' ' || text[at] == '\n'; };
    std::size_t at = 0;
    for (const Block& block : cell.blocks) {
        const TextSpan whole = block.whole();
        std::size_t end = whole.begin;
        while (end > at && is_gap(end - 1)) --end;
        if (end > at) output.append(text, at, end - at);
        if (!output.empty()) output += '\n';
        at = whole.begin;
    }
    output.append(text, at);
}

}  // namespace dutylist
