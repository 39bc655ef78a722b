#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace dutylist {

// Counts, one for each name of `Figure`, whose last name is `end`. They add up name by name, so a
// figure that is added needs no line in the sums.
template <typename Figure>
class Figures {
public:
    std::int64_t& operator[](Figure figure) { return counts_[static_cast<std::size_t>(figure)]; }
    std::int64_t operator[](Figure figure) const {
        return counts_[static_cast<std::size_t>(figure)];
    }

    Figures& operator+=(const Figures& other) {
        for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
        return *this;
    }

private:
    std::array<std::int64_t, static_cast<std::size_t>(Figure::end)> counts_{};
};

}  // namespace dutylist
