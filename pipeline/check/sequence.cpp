#include "pipeline/check/sequence.h"

#include <algorithm>
#include <set>

namespace dutylist::check {

std::vector<SequenceFault> sequence_faults(std::span<const std::uint32_t> numbers,
                                           std::uint32_t first) {
    using Kind = SequenceFault::Kind;
    std::vector<SequenceFault> faults;
    std::set<std::uint32_t> due_later;  // left out at first, but they come after all
    std::uint32_t expected = first;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::uint32_t number = numbers[i];
        if (number == expected) {
            ++expected;
            while (due_later.erase(expected) != 0) ++expected;
            continue;
        }
        if (due_later.erase(number) != 0) continue;
        const bool next_goes_on = i + 1 < numbers.size() && numbers[i + 1] == expected + 1;
        if (number < expected) {
            faults.push_back({Kind::repeated, i, expected});
            if (next_goes_on) {
                ++expected;
            } else if (number == first) {
                expected = first + 1;
            }
            continue;
        }
        const auto rest = numbers.subspan(i + 1);
        const std::uint32_t missing = number - expected;
        bool all_come_later = missing <= rest.size();
        for (std::uint32_t n = expected; all_come_later && n < number; ++n)
            all_come_later = std::find(rest.begin(), rest.end(), n) != rest.end();
        if (all_come_later) {
            faults.push_back({Kind::order, i, expected});
            for (std::uint32_t n = expected; n < number; ++n) due_later.insert(n);
            expected = number + 1;
            continue;
        }
        faults.push_back({Kind::gap, i, expected});
        expected = next_goes_on ? expected + 1 : number + 1;
    }
    return faults;
}

}  // namespace dutylist::check
