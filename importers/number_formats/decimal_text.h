#pragma once

#include <string>

#include "importers/number_formats/format_code.h"

namespace dutylist {

// A number that is not negative in a section that shows numbers: digits, thousands, percent,
// exponents, fractions, Chinese numerals, and the literals among them.
std::string show_decimal(double value, const FormatSection& section);

}  // namespace dutylist
