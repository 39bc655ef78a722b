#pragma once

#include <string>

namespace dutylist {

// Numbers as decimal text, with a full stop whatever the locale says (printf follows LC_NUMERIC).
// Rounded as printf does: to the nearest, as the binary value is.
std::string fixed_point(double value, int decimals);          // %.*f
std::string significant_digits(double value, int precision);  // %.*g

}  // namespace dutylist
