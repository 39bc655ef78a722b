#include "pipeline/report/ratios.h"

#include <algorithm>
#include <functional>

namespace dutylist {

Value ratio(std::int64_t a, std::int64_t b) {
    if (b == 0) return std::monostate{};
    return static_cast<double>(a) / static_cast<double>(b);
}

Value points_between(const Value& a, const Value& b) {
    const double* left = std::get_if<double>(&a);
    const double* right = std::get_if<double>(&b);
    if (!left || !right) return std::monostate{};
    return (*left - *right) * 100;
}

std::vector<std::int64_t> ranks_of(const std::vector<std::int64_t>& values) {
    std::vector<std::int64_t> sorted = values;
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    std::vector<std::int64_t> ranks;
    ranks.reserve(values.size());
    for (const std::int64_t value : values) {
        const auto first = std::lower_bound(sorted.begin(), sorted.end(), value, std::greater<>());
        ranks.push_back(first - sorted.begin() + 1);
    }
    return ranks;
}

}  // namespace dutylist
