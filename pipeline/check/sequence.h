#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace dutylist::check {

// What is wrong with numbers that should run 1, 2, 3 … One mistake gives one fault: a number that
// is swapped, left out or written twice does not make those after it wrong.
struct SequenceFault {
    enum class Kind : std::uint8_t { gap, repeated, order } kind = Kind::gap;
    std::size_t index = 0;       // into the numbers
    std::uint32_t expected = 0;  // the number that should stand there
    friend bool operator==(const SequenceFault&, const SequenceFault&) = default;
};

std::vector<SequenceFault> sequence_faults(std::span<const std::uint32_t> numbers,
                                           std::uint32_t first = 1);

}  // namespace dutylist::check
