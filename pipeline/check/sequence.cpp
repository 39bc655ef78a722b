#include "pipeline/check/sequence.h"

#include <algorithm>
#include <map>

namespace dutylist::check {
namespace {

// Where each number stands last, to ask whether all of a range come later. The least of any range
// is kept in a tree over the numbers that there are (a segment tree), so one answer takes a
// logarithm of them.
class LastPlaces {
public:
    explicit LastPlaces(std::span<const std::uint32_t> numbers)
        : values_(numbers.begin(), numbers.end()) {
        std::sort(values_.begin(), values_.end());
        values_.erase(std::unique(values_.begin(), values_.end()), values_.end());
        least_.resize(2 * values_.size());
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const auto at = std::lower_bound(values_.begin(), values_.end(), numbers[i]);
            least_[values_.size() + static_cast<std::size_t>(at - values_.begin())] = i;
        }
        for (std::size_t node = values_.size(); node-- > 1;)
            least_[node] = std::min(least_[2 * node], least_[2 * node + 1]);
    }

    // Whether each number from `begin` to before `end` stands somewhere behind `index`.
    bool all_come_after(std::size_t index, std::uint32_t begin, std::uint32_t end) const {
        const auto first = std::lower_bound(values_.begin(), values_.end(), begin);
        const auto last = std::lower_bound(first, values_.end(), end);
        if (last - first != static_cast<std::ptrdiff_t>(end - begin)) return false;
        auto from = static_cast<std::size_t>(first - values_.begin()) + values_.size();
        auto to = static_cast<std::size_t>(last - values_.begin()) + values_.size();
        for (; from < to; from /= 2, to /= 2) {
            if (from % 2 == 1 && least_[from++] <= index) return false;
            if (to % 2 == 1 && least_[--to] <= index) return false;
        }
        return true;
    }

private:
    std::vector<std::uint32_t> values_;  // rising
    std::vector<std::size_t> least_;     // the tree: node n has the children 2n and 2n + 1
};

// Numbers that were left out at first, but come after all: ranges that neither touch nor overlap.
class DueLater {
public:
    void insert(std::uint32_t begin, std::uint32_t end) {
        auto range = ranges_.upper_bound(begin);
        if (range != ranges_.begin() && std::prev(range)->second >= begin) --range;
        while (range != ranges_.end() && range->first <= end) {
            begin = std::min(begin, range->first);
            end = std::max(end, range->second);
            range = ranges_.erase(range);
        }
        ranges_.emplace(begin, end);
    }
    bool erase(std::uint32_t number) {
        const auto range = holding(number);
        if (range == ranges_.end()) return false;
        const auto [begin, end] = *range;
        ranges_.erase(range);
        if (begin < number) ranges_.emplace(begin, number);
        if (number + 1 < end) ranges_.emplace(number + 1, end);
        return true;
    }
    // Takes out the numbers from `number` on that follow each other; returns the first that is not
    // among them.
    std::uint32_t erase_from(std::uint32_t number) {
        const auto range = holding(number);
        if (range == ranges_.end()) return number;
        const auto [begin, end] = *range;
        ranges_.erase(range);
        if (begin < number) ranges_.emplace(begin, number);
        return end;
    }

private:
    using Ranges = std::map<std::uint32_t, std::uint32_t>;  // begin to end
    Ranges::iterator holding(std::uint32_t number) {
        const auto after = ranges_.upper_bound(number);
        if (after == ranges_.begin()) return ranges_.end();
        const auto range = std::prev(after);
        return number < range->second ? range : ranges_.end();
    }
    Ranges ranges_;
};

}  // namespace

std::vector<SequenceFault> sequence_faults(std::span<const std::uint32_t> numbers,
                                           std::uint32_t first) {
    using Kind = SequenceFault::Kind;
    std::vector<SequenceFault> faults;
    const LastPlaces last_places(numbers);
    DueLater due_later;
    std::uint32_t expected = first;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::uint32_t number = numbers[i];
        if (number == expected) {
            expected = due_later.erase_from(expected + 1);
            continue;
        }
        if (due_later.erase(number)) continue;
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
        if (last_places.all_come_after(i, expected, number)) {
            faults.push_back({Kind::order, i, expected});
            due_later.insert(expected, number);
            expected = number + 1;
            continue;
        }
        faults.push_back({Kind::gap, i, expected});
        expected = next_goes_on ? expected + 1 : number + 1;
    }
    return faults;
}

}  // namespace dutylist::check
