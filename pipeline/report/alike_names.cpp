#include "pipeline/report/alike_names.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "pipeline/text/likeness.h"

namespace dutylist {
namespace {

constexpr std::size_t max_postings = 200;
constexpr std::size_t max_tried = 8;

using Frequencies = std::unordered_map<std::uint64_t, std::uint32_t>;

// The rarest pairs of a name, enough of them that an alike name must have one: two sets of Dice
// coefficient t share at least t / (2 - t) of each.
std::vector<std::uint64_t> rare_pairs(const CharacterPairs& pairs, const Frequencies& frequencies) {
    std::vector<std::uint64_t> sorted = pairs.pairs();
    std::sort(sorted.begin(), sorted.end(), [&](std::uint64_t a, std::uint64_t b) {
        const std::uint32_t first = frequencies.at(a);
        const std::uint32_t second = frequencies.at(b);
        return first != second ? first < second : a < b;
    });
    const double shared = alike_names / (2 - alike_names);
    const auto needed =
        static_cast<std::size_t>(std::ceil(shared * static_cast<double>(sorted.size())));
    sorted.resize(sorted.size() - needed + (needed > 0 ? 1 : 0));
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    return sorted;
}

bool disjoint(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() && right != b.end()) {
        if (*left == *right) return false;
        *left < *right ? ++left : ++right;
    }
    return true;
}

}  // namespace

std::vector<std::uint32_t> group_alike_names(const std::vector<NamedGroup>& groups) {
    Frequencies frequencies;
    for (const NamedGroup& group : groups) {
        const CharacterPairs name(group.name);
        for (const std::uint64_t pair : name.pairs()) ++frequencies[pair];
    }
    std::vector<std::uint32_t> order(groups.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return groups[a].units.size() > groups[b].units.size();
    });
    std::vector<std::uint32_t> canonical(groups.size());
    std::iota(canonical.begin(), canonical.end(), 0u);
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> joined_units;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> postings;
    for (const std::uint32_t g : order) {
        const CharacterPairs name(groups[g].name);
        const std::vector<std::uint64_t> rare = rare_pairs(name, frequencies);
        std::unordered_map<std::uint32_t, std::uint32_t> shared;
        for (const std::uint64_t pair : rare) {
            const auto found = postings.find(pair);
            if (found == postings.end() || found->second.size() > max_postings) continue;
            for (const std::uint32_t other : found->second) {
                if (groups[other].list == groups[g].list) ++shared[other];
            }
        }
        std::vector<std::pair<std::uint32_t, std::uint32_t>> tried(shared.begin(), shared.end());
        std::sort(tried.begin(), tried.end(), [](const auto& a, const auto& b) {
            return a.second != b.second ? a.second > b.second : a.first < b.first;
        });
        if (tried.size() > max_tried) tried.resize(max_tried);
        double best = 0;
        for (const auto& [other, count] : tried) {
            const auto joined = joined_units.find(other);
            const auto& units = joined == joined_units.end() ? groups[other].units : joined->second;
            if (!disjoint(units, groups[g].units)) continue;
            const double value = likeness(name, CharacterPairs(groups[other].name));
            if (value >= alike_names && value > best) {
                best = value;
                canonical[g] = other;
            }
        }
        if (canonical[g] == g) {
            for (const std::uint64_t pair : rare) postings[pair].push_back(g);
            continue;
        }
        auto& units =
            joined_units.try_emplace(canonical[g], groups[canonical[g]].units).first->second;
        std::vector<std::uint32_t> both;
        std::merge(units.begin(), units.end(), groups[g].units.begin(), groups[g].units.end(),
                   std::back_inserter(both));
        units = std::move(both);
    }
    return canonical;
}

}  // namespace dutylist
