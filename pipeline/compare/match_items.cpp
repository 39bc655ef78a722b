#include "pipeline/compare/match_items.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "pipeline/text/likeness.h"

namespace dutylist {
namespace {

// With how many new items an old one is compared; only lists with hundreds of changed items, or of
// items of one name, come near it.
constexpr std::size_t most_compared = 256;

struct Candidate {
    std::uint32_t old_index;
    std::uint32_t new_index;
    double likeness;
    bool same_list;
    bool same_category;
};

bool better(const Candidate& a, const Candidate& b) {
    if (a.likeness != b.likeness) return a.likeness > b.likeness;
    if (a.same_list != b.same_list) return a.same_list;
    if (a.same_category != b.same_category) return a.same_category;
    if (a.old_index != b.old_index) return a.old_index < b.old_index;
    return a.new_index < b.new_index;
}

class Matcher {
public:
    Matcher(const std::vector<ItemView>& old_items, const std::vector<ItemView>& new_items,
            const MatchThresholds& thresholds)
        : old_(old_items),
          new_(new_items),
          thresholds_(thresholds),
          old_taken_(old_items.size(), false),
          new_taken_(new_items.size(), false) {
        count_duties(old_, old_duties_);
        count_duties(new_, new_duties_);
    }

    std::vector<MatchedPair> match(std::span<const ForcedPair> forced) {
        for (const ForcedPair& pair : forced) force(pair);
        by_name(true);
        by_name(false);
        by_likeness();
        std::sort(pairs_.begin(), pairs_.end(), [](const MatchedPair& a, const MatchedPair& b) {
            return a.new_index < b.new_index;
        });
        return std::move(pairs_);
    }

private:
    using DutyCounts = std::unordered_map<std::string_view, std::uint32_t>;

    static void count_duties(const std::vector<ItemView>& items, DutyCounts& counts) {
        for (const ItemView& item : items) {
            if (!item.duties.empty()) ++counts[item.duties];
        }
    }

    void force(const ForcedPair& pair) {
        if (pair.old_index && old_taken_[*pair.old_index]) return;
        if (pair.new_index && new_taken_[*pair.new_index]) return;
        if (pair.old_index) old_taken_[*pair.old_index] = true;
        if (pair.new_index) new_taken_[*pair.new_index] = true;
        if (pair.old_index && pair.new_index) {
            pairs_.push_back({*pair.old_index, *pair.new_index, 1, true});
        }
    }

    void take(std::uint32_t old_index, std::uint32_t new_index, double value) {
        old_taken_[old_index] = true;
        new_taken_[new_index] = true;
        pairs_.push_back({old_index, new_index, value, false});
    }

    void take_best(std::vector<Candidate>& candidates) {
        std::sort(candidates.begin(), candidates.end(), better);
        for (const Candidate& candidate : candidates) {
            if (old_taken_[candidate.old_index] || new_taken_[candidate.new_index]) continue;
            take(candidate.old_index, candidate.new_index, candidate.likeness);
        }
    }

    // Equal names, in the same list or in any.
    void by_name(bool same_list) {
        struct Bucket {
            std::vector<std::uint32_t> old_items, new_items;
        };
        const auto key = [same_list](const ItemView& item) {
            return same_list ? static_cast<char>('0' + static_cast<int>(item.kind())) + item.name
                             : item.name;
        };
        std::unordered_map<std::string, Bucket> buckets;
        for (std::uint32_t i = 0; i < new_.size(); ++i) {
            if (!new_taken_[i] && (same_list || !new_[i].name.empty())) {
                buckets[key(new_[i])].new_items.push_back(i);
            }
        }
        std::vector<Bucket*> shared;
        for (std::uint32_t i = 0; i < old_.size(); ++i) {
            if (old_taken_[i]) continue;
            const auto found = buckets.find(key(old_[i]));
            if (found == buckets.end()) continue;
            if (found->second.old_items.empty()) shared.push_back(&found->second);
            found->second.old_items.push_back(i);
        }
        for (const Bucket* bucket : shared) {
            if (bucket->old_items.size() == 1 && bucket->new_items.size() == 1) {
                take(bucket->old_items[0], bucket->new_items[0], 1);
            } else {
                pair_duplicates(bucket->old_items, bucket->new_items);
            }
        }
    }

    // The same name stands more than once.
    void pair_duplicates(const std::vector<std::uint32_t>& old_items,
                         const std::vector<std::uint32_t>& new_items) {
        std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_content;
        for (auto i = new_items.rbegin(); i != new_items.rend(); ++i) {
            by_content[new_[*i].content].push_back(*i);
        }
        for (const std::uint32_t i : old_items) {
            const auto found = by_content.find(old_[i].content);
            if (found == by_content.end() || found->second.empty()) continue;
            take(i, found->second.back(), 1);
            found->second.pop_back();
        }
        std::vector<std::uint32_t> old_left = left_of(old_items, old_taken_);
        std::vector<std::uint32_t> new_left = left_of(new_items, new_taken_);
        std::vector<CharacterPairs> new_duties;
        for (const std::uint32_t j : new_left) new_duties.emplace_back(new_[j].duties);
        std::vector<Candidate> candidates;
        for (std::size_t a = 0; a < old_left.size(); ++a) {
            const CharacterPairs old_duties(old_[old_left[a]].duties);
            // Where they are too many, with those that stand about as far from the first.
            const std::size_t middle = a * new_left.size() / old_left.size();
            const std::size_t least = middle - std::min(middle, most_compared / 2);
            const std::size_t begin =
                std::min(least, new_left.size() - std::min(new_left.size(), most_compared));
            const std::size_t end = std::min(new_left.size(), begin + most_compared);
            for (std::size_t b = begin; b < end; ++b) {
                const double duties = likeness(old_duties, new_duties[b]);
                candidates.push_back(candidate(old_left[a], new_left[b], 0.5 + 0.5 * duties));
            }
        }
        take_best(candidates);
        take_in_order(left_of(old_left, old_taken_), left_of(new_left, new_taken_));
    }

    static std::vector<std::uint32_t> left_of(const std::vector<std::uint32_t>& items,
                                              const std::vector<bool>& taken) {
        std::vector<std::uint32_t> left;
        for (const std::uint32_t i : items) {
            if (!taken[i]) left.push_back(i);
        }
        return left;
    }

    void take_in_order(const std::vector<std::uint32_t>& old_items,
                       const std::vector<std::uint32_t>& new_items) {
        for (std::size_t i = 0; i < std::min(old_items.size(), new_items.size()); ++i) {
            const double duties = likeness(CharacterPairs(old_[old_items[i]].duties),
                                           CharacterPairs(new_[new_items[i]].duties));
            take(old_items[i], new_items[i], 0.5 + 0.5 * duties);
        }
    }

    Candidate candidate(std::uint32_t i, std::uint32_t j, double value) const {
        return {i, j, value, old_[i].kind() == new_[j].kind(),
                old_[i].category == new_[j].category};
    }

    // Duties tell one item from another only where they are its own.
    bool telling_duties(const ItemView& before, const ItemView& after) const {
        return !before.duties.empty() && !after.duties.empty() && before.kind() == after.kind() &&
               old_duties_.at(before.duties) == 1 && new_duties_.at(after.duties) == 1;
    }

    void by_likeness() {
        std::vector<std::uint32_t> new_left;
        for (std::uint32_t j = 0; j < new_.size(); ++j) {
            if (!new_taken_[j]) new_left.push_back(j);
        }
        if (new_left.empty()) return;
        names_.resize(new_.size());
        duties_.resize(new_.size());
        for (const std::uint32_t j : new_left) {
            names_[j] = CharacterPairs(new_[j].name);
            for (const std::uint64_t pair : names_[j].pairs()) {
                std::vector<std::uint32_t>& list = holders_[pair];
                if (list.empty() || list.back() != j) list.push_back(j);
            }
        }
        std::vector<Candidate> candidates;
        std::vector<std::uint32_t> seen_for(new_.size(), 0);
        for (std::uint32_t i = 0; i < old_.size(); ++i) {
            if (!old_taken_[i]) find_alike(i, seen_for, candidates);
        }
        take_best(candidates);
    }

    // Those that share the rarest pairs of characters come first.
    void find_alike(std::uint32_t i, std::vector<std::uint32_t>& seen_for,
                    std::vector<Candidate>& candidates) {
        const CharacterPairs name(old_[i].name);
        std::vector<const std::vector<std::uint32_t>*> holders;
        for (const std::uint64_t pair : name.pairs()) {
            const auto found = holders_.find(pair);
            if (found != holders_.end()) holders.push_back(&found->second);
        }
        std::stable_sort(holders.begin(), holders.end(),
                         [](const auto* a, const auto* b) { return a->size() < b->size(); });
        CharacterPairs own_duties;
        std::size_t compared = 0;
        for (const std::vector<std::uint32_t>* alike : holders) {
            for (std::size_t n = 0; n < std::min(alike->size(), most_compared); ++n) {
                const std::uint32_t j = (*alike)[n];
                if (seen_for[j] == i + 1) continue;
                if (compared++ == most_compared) return;
                seen_for[j] = i + 1;
                const Candidate found = candidate(i, j, likeness_of(i, j, name, own_duties));
                const double least =
                    found.same_list ? thresholds_.same_list : thresholds_.other_list;
                if (found.likeness >= least) candidates.push_back(found);
            }
        }
    }

    // `own_duties` and those of the new item are made when they are first needed.
    double likeness_of(std::uint32_t i, std::uint32_t j, const CharacterPairs& name,
                       CharacterPairs& own_duties) {
        const double value = likeness(name, names_[j]);
        if (value == 1 || value < thresholds_.name_with_duties || !telling_duties(old_[i], new_[j]))
            return value;
        if (own_duties.empty()) own_duties = CharacterPairs(old_[i].duties);
        if (duties_[j].empty()) duties_[j] = CharacterPairs(new_[j].duties);
        return std::max(value, (value + likeness(own_duties, duties_[j])) / 2);
    }

    const std::vector<ItemView>& old_;
    const std::vector<ItemView>& new_;
    const MatchThresholds& thresholds_;
    std::vector<bool> old_taken_;
    std::vector<bool> new_taken_;
    DutyCounts old_duties_;
    DutyCounts new_duties_;
    // Of the new items that are left when likeness decides.
    std::vector<CharacterPairs> names_;
    std::vector<CharacterPairs> duties_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> holders_;  // of each pair
    std::vector<MatchedPair> pairs_;
};

}  // namespace

std::vector<MatchedPair> match_items(const std::vector<ItemView>& old_items,
                                     const std::vector<ItemView>& new_items,
                                     std::span<const ForcedPair> forced,
                                     const MatchThresholds& thresholds) {
    return Matcher(old_items, new_items, thresholds).match(forced);
}

}  // namespace dutylist
