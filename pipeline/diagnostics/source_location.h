#pragma once

#include <cstdint>
#include <string>

namespace dutylist {

// A place that a person can find again. Zero or empty means "not known" or "does not apply".
struct SourceLocation {
    std::string file;
    std::string sheet;         // name of a worksheet; with it, line is the row, column the column
    std::uint32_t line = 0;    // from 1; in a word processor file, the paragraph
    std::uint32_t column = 0;  // from 1, in characters

    bool known() const { return !file.empty() || line != 0; }
    friend bool operator==(const SourceLocation&, const SourceLocation&) = default;
};

// "list.txt:17:4", or "list.xlsx Sheet1!C17" for a place in a workbook.
std::string to_string(const SourceLocation& location);

}  // namespace dutylist
