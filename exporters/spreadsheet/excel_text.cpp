#include "exporters/spreadsheet/excel_text.h"

#include <algorithm>
#include <cctype>

#include "exporters/spreadsheet/workbook_writer.h"
#include "pipeline/text/utf8.h"

namespace dutylist::spreadsheet {
namespace {

bool is_escape(std::string_view text, std::size_t at) {
    return text.size() >= at + 7 && text[at + 1] == 'x' && text[at + 6] == '_' &&
           std::all_of(text.begin() + at + 2, text.begin() + at + 6,
                       [](unsigned char c) { return std::isxdigit(c) != 0; });
}

// How much of the text one cell can hold.
std::size_t cell_prefix(std::string_view text) {
    std::size_t units = 0;
    std::size_t feeds = 0;
    std::size_t after_feed = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded d = decode_at(text, at);
        units += d.character > 0xFFFF ? 2 : 1;
        if (d.character == '\n') ++feeds;
        if (units > maximum_cell_units || feeds > maximum_line_feeds) {
            return d.character == '\n' ? at : after_feed > 0 ? after_feed - 1 : at;
        }
        at += d.bytes;
        if (d.character == '\n') after_feed = at;
    }
    return text.size();
}

}  // namespace

bool fits_in_cell(std::string_view text) {
    if (text.size() > maximum_cell_units && count_utf16_units(text) > maximum_cell_units) {
        return false;
    }
    return text.size() <= maximum_line_feeds ||
           static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) <=
               maximum_line_feeds;
}

std::vector<std::string_view> cell_pieces(std::string_view text) {
    std::vector<std::string_view> pieces;
    while (!fits_in_cell(text)) {
        const std::size_t size = std::max<std::size_t>(cell_prefix(text), 1);
        pieces.push_back(text.substr(0, size));
        text.remove_prefix(size);
        if (!text.empty() && text.front() == '\n') text.remove_prefix(1);
    }
    pieces.push_back(text);
    return pieces;
}

void append_escaped(std::string& output, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t found = text.find("_x", at);
        while (found != std::string_view::npos && !is_escape(text, found)) {
            found = text.find("_x", found + 1);
        }
        if (found == std::string_view::npos) found = text.size();
        output.append(text, at, found - at);
        if (found == text.size()) return;
        output += "_x005F_";
        at = found + 1;
    }
}

}  // namespace dutylist::spreadsheet
