#include "pipeline/diagnostics/source_location.h"

namespace dutylist {
namespace {

std::string column_letters(std::uint32_t column) {
    std::string letters;
    for (; column > 0; column = (column - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    }
    return letters;
}

}  // namespace

std::string to_string(const SourceLocation& location) {
    std::string text = location.file;
    if (!location.sheet.empty()) {
        text += (text.empty() ? "" : " ") + location.sheet;
        if (location.line != 0) {
            text += '!' + column_letters(location.column) + std::to_string(location.line);
        }
        return text;
    }
    if (location.line != 0) {
        text += (text.empty() ? "" : ":") + std::to_string(location.line);
        if (location.column != 0) text += ':' + std::to_string(location.column);
    }
    return text;
}

}  // namespace dutylist
