#include "pipeline/check/similarity.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>

#include "pipeline/check/marks.h"
#include "pipeline/text/character_class.h"
#include "pipeline/text/likeness.h"
#include "pipeline/text/utf8.h"

namespace dutylist::check {
namespace {

constexpr std::size_t shortest_similar = 6;

// The adjacent character pairs of names, each pair numbered by how rare it is: 0 is the rarest.
class BigramTable {
public:
    BigramTable(const std::vector<NameInList>& names, const std::vector<std::uint32_t>& chosen) {
        std::vector<std::uint64_t> all;
        std::vector<std::size_t> ends;
        for (const std::uint32_t i : chosen) {
            const auto begin = static_cast<std::ptrdiff_t>(all.size());
            const std::u32string_view name = names[i].name;
            for (std::size_t c = 0; c + 1 < name.size(); ++c)
                all.push_back(std::uint64_t{name[c]} << 32 | name[c + 1]);
            std::sort(all.begin() + begin, all.end());
            all.erase(std::unique(all.begin() + begin, all.end()), all.end());
            ends.push_back(all.size());
        }
        struct Counted {
            std::uint64_t pair;
            std::uint32_t count;
        };
        std::vector<std::uint64_t> sorted = all;
        std::sort(sorted.begin(), sorted.end());
        std::vector<Counted> distinct;
        for (const std::uint64_t pair : sorted) {
            if (distinct.empty() || distinct.back().pair != pair) distinct.push_back({pair, 0});
            ++distinct.back().count;
        }
        std::vector<std::uint32_t> by_rarity(distinct.size());
        std::iota(by_rarity.begin(), by_rarity.end(), 0u);
        std::stable_sort(by_rarity.begin(), by_rarity.end(), [&](std::uint32_t a, std::uint32_t b) {
            return distinct[a].count < distinct[b].count;
        });
        std::vector<std::uint32_t> rank(distinct.size());
        for (std::uint32_t r = 0; r < by_rarity.size(); ++r) rank[by_rarity[r]] = r;
        for (const std::uint64_t pair : all) {
            const auto at = std::lower_bound(
                distinct.begin(), distinct.end(), pair,
                [](const Counted& counted, std::uint64_t wanted) { return counted.pair < wanted; });
            ranks_.push_back(rank[static_cast<std::size_t>(at - distinct.begin())]);
        }
        std::size_t begin = 0;
        for (const std::size_t end : ends) {
            std::sort(ranks_.begin() + static_cast<std::ptrdiff_t>(begin),
                      ranks_.begin() + static_cast<std::ptrdiff_t>(end));
            begins_.push_back(begin);
            begin = end;
        }
        begins_.push_back(begin);
        size_ = distinct.size();
    }

    std::size_t size() const { return size_; }
    // Of the n-th name chosen, the rarest first.
    std::span<const std::uint32_t> of(std::size_t n) const {
        return std::span(ranks_).subspan(begins_[n], begins_[n + 1] - begins_[n]);
    }

private:
    std::vector<std::uint32_t> ranks_;
    std::vector<std::size_t> begins_;
    std::size_t size_ = 0;
};

// Those of one name that have passed.
class EqualNames {
public:
    // Adds the pairs of one more; whether it is the first of its list.
    bool take(std::uint32_t i, const NameInList& name, std::vector<SimilarPair>& pairs) {
        const auto [entry, is_first] = first_of_list_.emplace(name.list, i);
        if (!is_first) pairs.push_back({entry->second, i, true});
        Side& own = sides_[name.recalled ? 1 : 0];
        Side& other = sides_[name.recalled ? 0 : 1];
        if (other.first && other.waiting.empty()) pairs.push_back({*other.first, i, true});
        for (const std::uint32_t before : other.waiting) pairs.push_back({before, i, true});
        other.waiting.clear();
        if (is_first) {
            if (!own.first) own.first = i;
            if (!other.first) own.waiting.push_back(i);
        }
        return is_first;
    }

private:
    struct Side {
        std::optional<std::uint32_t> first;
        std::vector<std::uint32_t> waiting;  // the first of each list, not paired yet
    };
    std::unordered_map<std::uint32_t, std::uint32_t> first_of_list_;
    std::array<Side, 2> sides_;  // not recalled, recalled
};

}  // namespace

std::u32string comparable(std::u32string_view characters) {
    std::u32string result;
    for (const char32_t c : characters) {
        if (is_han(c) || is_latin(c) || is_digit(c)) result += c;
    }
    return result;
}

std::u32string comparable(std::string_view text) { return comparable(to_utf32(text)); }

bool is_subsequence(std::u32string_view shorter, std::u32string_view longer) {
    std::size_t matched = 0;
    for (char32_t c : longer) {
        if (matched < shorter.size() && shorter[matched] == c) ++matched;
    }
    return matched == shorter.size();
}

std::vector<SimilarPair> similar_pairs(const std::vector<NameInList>& names, double threshold) {
    std::vector<SimilarPair> found;
    std::unordered_map<std::u32string_view, EqualNames> seen;
    std::vector<std::uint32_t> distinct;
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        if (names[i].name.empty()) continue;
        const bool is_first_of_list = seen[names[i].name].take(i, names[i], found);
        if (is_first_of_list && names[i].name.size() >= shortest_similar) distinct.push_back(i);
    }

    const BigramTable table(names, distinct);
    // Rare pairs first: two similar names must share one among their rarest.
    std::vector<std::vector<std::uint32_t>> holders(table.size());  // of each bigram
    std::vector<std::uint32_t> last_looked_at(distinct.size(), 0xFFFFFFFF);
    for (std::uint32_t n = 0; n < distinct.size(); ++n) {
        const std::span<const std::uint32_t> mine = table.of(n);
        const std::size_t prefix = std::min(
            mine.size(),
            mine.size() -
                static_cast<std::size_t>(std::ceil(threshold * static_cast<double>(mine.size()))) +
                1);
        std::size_t compared = 0;
        std::size_t similar = 0;
        const auto compare = [&](std::uint32_t other) {
            if (last_looked_at[other] == n) return;
            last_looked_at[other] = n;
            ++compared;
            if (names[distinct[other]].name == names[distinct[n]].name) return;
            if (overlap(table.of(other), mine).jaccard() < threshold) return;
            ++similar;
            found.push_back({distinct[other], distinct[n], false});
        };
        for (std::size_t b = 0; b < prefix; ++b) {
            const std::vector<std::uint32_t>& others = holders[mine[b]];
            for (std::size_t o = 0; o < std::min(others.size(), most_compared); ++o) {
                if (compared == most_compared || similar == most_similar) break;
                compare(others[o]);
            }
            holders[mine[b]].push_back(n);
        }
    }
    std::sort(found.begin(), found.end(), [](const SimilarPair& a, const SimilarPair& b) {
        return a.second != b.second ? a.second < b.second : a.first < b.first;
    });
    return found;
}

}  // namespace dutylist::check
