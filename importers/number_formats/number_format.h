#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "importers/number_formats/format_code.h"

namespace dutylist {

// How the cells of a sheet show numbers and texts (ECMA-376 part 1, 18.8.30 numFmt): as Excel does,
// in the formats that lists use. tests/importers/number_formats/shown.tsv has examples of each.
class NumberFormat {
public:
    explicit NumberFormat(std::string_view code) : sections_(parse_format(code)) {}

    // A number as it is written in the file; what is no number stays as it is. `from_1904`: which
    // day is the first.
    std::string number(std::string_view written, bool from_1904) const;
    // A text in a cell of this format; "" where the format shows none.
    std::string text(std::string_view written) const;

private:
    const FormatSection* section_of(double value, bool& negative_shown) const;

    std::vector<FormatSection> sections_;
};

// The code of a format that has no code in the file, with the meaning it has in Chinese; "" for
// those that show numbers as they are.
std::string_view built_in_format(unsigned id);

// "1.0" -> "1", "1.38E10" -> "13800000000", "0.30000000000000004" -> "0.3": fifteen digits, as
// Excel shows them.
std::string show_number(std::string_view number);

}  // namespace dutylist
