#include <cmath>
#include <limits>

#include "pipeline/statistics/statistics.h"

namespace dutylist {

double rounded(double value, int digits) {
    const double scale = std::pow(10.0, digits);
    const double scaled = std::abs(value) * scale;
    // A half that binary fractions miss by their last bits ("1.005") is still a half.
    const double slack = scaled * 4 * std::numeric_limits<double>::epsilon();
    return std::copysign(std::floor(scaled + 0.5 + slack) / scale, value);
}

}  // namespace dutylist
