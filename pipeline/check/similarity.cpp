#include "pipeline/check/similarity.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "pipeline/check/marks.h"
#include "pipeline/text/character_class.h"
#include "pipeline/text/utf8.h"

namespace dutylist::check {
namespace {

constexpr std::size_t shortest_similar = 6;

using Bigrams = std::vector<std::uint64_t>;

Bigrams bigrams_of(std::u32string_view text) {
    Bigrams pairs;
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        pairs.push_back(std::uint64_t{text[i]} << 32 | text[i + 1]);
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

std::size_t common(const Bigrams& a, const Bigrams& b) {
    std::size_t count = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i < *j) {
            ++i;
        } else if (*j < *i) {
            ++j;
        } else {
            ++count, ++i, ++j;
        }
    }
    return count;
}

}  // namespace

std::u32string comparable(std::string_view text) {
    std::u32string result;
    for (const Decoded& decoded : Characters(text)) {
        const char32_t c = decoded.character;
        if (is_han(c) || is_latin(c) || is_digit(c)) result += c;
    }
    return result;
}

std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > limit) return limit + 1;
    std::vector<std::size_t> row(a.size() + 1);
    for (std::size_t i = 0; i <= a.size(); ++i) row[i] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
        std::size_t diagonal = row[0];
        row[0] = j;
        std::size_t least = row[0];
        for (std::size_t i = 1; i <= a.size(); ++i) {
            const std::size_t above = row[i];
            row[i] =
                std::min({above + 1, row[i - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
            least = std::min(least, row[i]);
        }
        if (least > limit) return limit + 1;
    }
    return row[a.size()];
}

bool is_subsequence(std::u32string_view shorter, std::u32string_view longer) {
    std::size_t matched = 0;
    for (char32_t c : longer) {
        if (matched < shorter.size() && shorter[matched] == c) ++matched;
    }
    return matched == shorter.size();
}

std::vector<SimilarPair> similar_pairs(const std::vector<std::u32string>& texts, double threshold) {
    std::vector<SimilarPair> found;
    std::unordered_map<std::u32string_view, std::uint32_t> seen;
    std::vector<std::uint32_t> distinct;
    for (std::uint32_t i = 0; i < texts.size(); ++i) {
        if (texts[i].empty()) continue;
        const auto [entry, is_new] = seen.emplace(texts[i], i);
        if (!is_new) {
            found.push_back({entry->second, i, true});
        } else if (texts[i].size() >= shortest_similar) {
            distinct.push_back(i);
        }
    }

    // Rare pairs first: two similar texts must share one among their rarest.
    std::vector<Bigrams> bigrams(texts.size());
    std::unordered_map<std::uint64_t, std::uint32_t> frequency;
    for (std::uint32_t i : distinct) {
        bigrams[i] = bigrams_of(texts[i]);
        for (std::uint64_t pair : bigrams[i]) ++frequency[pair];
    }
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> index;
    std::vector<std::uint32_t> last_looked_at(texts.size(), 0xFFFFFFFF);
    Bigrams rarest;
    for (std::uint32_t i : distinct) {
        rarest = bigrams[i];
        const std::size_t prefix =
            rarest.size() -
            static_cast<std::size_t>(std::ceil(threshold * static_cast<double>(rarest.size()))) + 1;
        const std::size_t kept = std::min(prefix, rarest.size());
        std::partial_sort(rarest.begin(), rarest.begin() + static_cast<std::ptrdiff_t>(kept),
                          rarest.end(), [&](std::uint64_t a, std::uint64_t b) {
                              const std::uint32_t of_a = frequency[a];
                              const std::uint32_t of_b = frequency[b];
                              return of_a != of_b ? of_a < of_b : a < b;
                          });
        for (std::size_t n = 0; n < kept; ++n) {
            auto& holders = index[rarest[n]];
            for (std::uint32_t other : holders) {
                if (last_looked_at[other] == i) continue;
                last_looked_at[other] = i;
                const std::size_t shared = common(bigrams[other], bigrams[i]);
                const std::size_t all = bigrams[other].size() + bigrams[i].size() - shared;
                if (static_cast<double>(shared) >= threshold * static_cast<double>(all))
                    found.push_back({other, i, false});
            }
            holders.push_back(i);
        }
    }
    std::sort(found.begin(), found.end(), [](const SimilarPair& a, const SimilarPair& b) {
        return a.second != b.second ? a.second < b.second : a.first < b.first;
    });
    return found;
}

}  // namespace dutylist::check
