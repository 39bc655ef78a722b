#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "importers/draft_building/text_builder.h"

namespace dutylist {

// A stretch of a field that stands in the source as it is.
struct CsvPiece {
    std::string_view text;
    SourcePosition place;
    bool new_line = false;  // a line break inside quotes stands before it
};

struct CsvField {
    std::vector<CsvPiece> pieces;
    bool quoted = false;
    bool text_after_quote = false;
    bool never_closed = false;
    SourcePosition place;  // of its first character, the quotation mark included
};

// Reads records of RFC 4180: fields in quotation marks may hold the delimiter, doubled quotation
// marks and line breaks. Lenient where programs differ: a quotation mark inside an unquoted field
// is text. The text must end its lines in LF and outlive the reader.
class CsvReader {
public:
    CsvReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

    // The next record, or false at the end. The record's fields are valid until the next call.
    bool next(std::vector<CsvField>& record);

private:
    void quoted_field(CsvField& field);
    void unquoted_field(CsvField& field);
    SourcePosition here() const { return {line_, column_}; }
    void advance(std::size_t to);  // within a line
    void advance_line();

    std::string_view text_;
    char delimiter_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
    std::uint32_t column_ = 1;
};

// The delimiter that divides the first records most evenly, or 0 if none divides them into a
// table: ',', ';' or tab.
char find_delimiter(std::string_view text);

}  // namespace dutylist
