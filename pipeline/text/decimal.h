#pragma once

#include <string>

namespace dutylist {

// The one rounding of what people read (JSON, print, sheets): to `decimals` decimals, a half away
// from zero, with all of them written and never "-0". What is rounded is the decimal number of 15
// significant digits that the value stands for, as spreadsheets do: 1.005, which binary fractions
// miss, is 1.01. The value must be finite.
std::string half_up(double value, int decimals);

// Numbers as decimal text, with a full stop whatever the locale says (printf follows LC_NUMERIC).
// For coordinates and widths: rounded as printf does, to the nearest, as the binary value is.
std::string fixed_point(double value, int decimals);          // %.*f
std::string significant_digits(double value, int precision);  // %.*g

}  // namespace dutylist
