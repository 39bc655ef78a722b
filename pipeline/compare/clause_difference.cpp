#include "pipeline/compare/clause_difference.h"

#include <algorithm>
#include <string_view>

#include "pipeline/text/likeness.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

constexpr double least_likeness = 0.5;
constexpr std::size_t max_aligned = 600;

struct Piece {
    BlockKind kind;
    std::string_view label;
    std::string_view text;
    std::string comparable;  // kind and text without white space
};

std::vector<Piece> pieces_of(const Cell& cell) {
    std::vector<Piece> pieces;
    const std::string_view text = cell.text;
    const auto add = [&](BlockKind kind, std::string_view label, std::string_view content) {
        pieces.push_back({kind, label, content,
                          std::string(1, static_cast<char>('0' + static_cast<int>(kind))) +
                              without_white_space(content)});
    };
    const auto add_gap = [&](std::size_t begin, std::size_t end) {
        const std::string_view gap = trimmed(text.substr(begin, end - begin));
        if (!gap.empty()) add(BlockKind::paragraph, {}, gap);
    };
    std::size_t reached = 0;
    for (const Block& block : cell.blocks) {
        const TextSpan whole = block.whole();
        if (whole.begin > reached) add_gap(reached, whole.begin);
        add(block.kind, block.label.of(text), trimmed(block.text.of(text)));
        reached = std::max<std::size_t>(reached, whole.end);
    }
    if (reached < text.size()) add_gap(reached, text.size());
    return pieces;
}

using Indices = std::pair<std::size_t, std::size_t>;

// The pairs of the heaviest alignment in order; weight(i, j) <= 0 means that they may not pair.
template <typename Weight>
std::vector<Indices> align(std::size_t n, std::size_t m, const Weight& weight) {
    std::vector<double> best((n + 1) * (m + 1), 0);
    std::vector<double> weights(n * m, 0);
    const auto at = [&](std::size_t i, std::size_t j) -> double& { return best[i * (m + 1) + j]; };
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t j = m; j-- > 0;) {
            const double together = weights[i * m + j] = weight(i, j);
            at(i, j) = std::max(at(i + 1, j), at(i, j + 1));
            if (together > 0) at(i, j) = std::max(at(i, j), at(i + 1, j + 1) + together);
        }
    }
    std::vector<Indices> pairs;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < n && j < m) {
        const double together = weights[i * m + j];
        if (together > 0 && at(i, j) == at(i + 1, j + 1) + together) {
            pairs.emplace_back(i++, j++);
        } else if (at(i, j) == at(i + 1, j)) {
            ++i;
        } else {
            ++j;
        }
    }
    return pairs;
}

class Aligner {
public:
    Aligner(const Cell& before, const Cell& after)
        : before_(pieces_of(before)), after_(pieces_of(after)) {}

    std::vector<ClauseDifference> differences() {
        std::size_t head = 0;
        const std::size_t shorter = std::min(before_.size(), after_.size());
        while (head < shorter && same(head, head)) ++head;
        std::size_t tail = 0;
        while (tail < shorter - head && same(before_.size() - 1 - tail, after_.size() - 1 - tail)) {
            ++tail;
        }
        for (std::size_t i = 0; i < head; ++i) pair(i, i);
        const std::size_t before_end = before_.size() - tail;
        const std::size_t after_end = after_.size() - tail;
        std::vector<Indices> equal;
        if (before_end - head <= max_aligned && after_end - head <= max_aligned) {
            equal = align(before_end - head, after_end - head,
                          [&](std::size_t i, std::size_t j) { return same(head + i, head + j); });
        }
        std::size_t i = head;
        std::size_t j = head;
        for (const auto& [old_index, new_index] : equal) {
            gap(i, head + old_index, j, head + new_index);
            pair(head + old_index, head + new_index);
            i = head + old_index + 1;
            j = head + new_index + 1;
        }
        gap(i, before_end, j, after_end);
        for (std::size_t k = 0; k < tail; ++k) pair(before_end + k, after_end + k);
        return std::move(result_);
    }

private:
    bool same(std::size_t i, std::size_t j) const {
        return before_[i].comparable == after_[j].comparable;
    }

    // What stands between two equal blocks.
    void gap(std::size_t i, std::size_t before_end, std::size_t j, std::size_t after_end) {
        const std::size_t n = before_end - i;
        const std::size_t m = after_end - j;
        std::vector<Indices> alike;
        if (n > 0 && m > 0 && n <= max_aligned && m <= max_aligned) {
            std::vector<CharacterPairs> old_pairs;
            std::vector<CharacterPairs> new_pairs;
            for (std::size_t k = 0; k < n; ++k) old_pairs.emplace_back(before_[i + k].text);
            for (std::size_t k = 0; k < m; ++k) new_pairs.emplace_back(after_[j + k].text);
            // The only block on each side is the same block, however much it changed.
            const double least = n == 1 && m == 1 ? 0.2 : least_likeness;
            alike = align(n, m, [&](std::size_t a, std::size_t b) {
                if (before_[i + a].kind != after_[j + b].kind) return 0.0;
                const double value = likeness(old_pairs[a], new_pairs[b]);
                return value >= least ? value : 0.0;
            });
        }
        for (const auto& [a, b] : alike) {
            one_sided(i, before_end - n + a, j, after_end - m + b);
            pair(before_end - n + a, after_end - m + b);
            i = before_end - n + a + 1;
            j = after_end - m + b + 1;
        }
        one_sided(i, before_end, j, after_end);
    }

    void one_sided(std::size_t i, std::size_t before_end, std::size_t j, std::size_t after_end) {
        for (; i < before_end; ++i) {
            result_.push_back({ClauseChange::removed,
                               before_[i].kind,
                               std::string(before_[i].label),
                               {},
                               {{Segment::Kind::removed, std::string(before_[i].text)}}});
        }
        for (; j < after_end; ++j) {
            result_.push_back({ClauseChange::added,
                               after_[j].kind,
                               {},
                               std::string(after_[j].label),
                               {{Segment::Kind::added, std::string(after_[j].text)}}});
        }
    }

    void pair(std::size_t i, std::size_t j) {
        const Piece& before = before_[i];
        const Piece& after = after_[j];
        const bool same_label =
            without_white_space(before.label) == without_white_space(after.label);
        if (same(i, j) && same_label) return;
        ClauseDifference difference{ClauseChange::changed,
                                    after.kind,
                                    std::string(before.label),
                                    std::string(after.label),
                                    {}};
        if (same(i, j)) {
            difference.change = ClauseChange::renumbered;
            difference.segments = {{Segment::Kind::equal, std::string(after.text)}};
        } else {
            difference.segments = character_difference(before.text, after.text);
        }
        result_.push_back(std::move(difference));
    }

    std::vector<Piece> before_;
    std::vector<Piece> after_;
    std::vector<ClauseDifference> result_;
};

}  // namespace

std::string_view to_string(ClauseChange change) {
    switch (change) {
        case ClauseChange::changed:
            return "changed";
        case ClauseChange::renumbered:
            return "renumbered";
        case ClauseChange::removed:
            return "removed";
        case ClauseChange::added:
            return "added";
    }
    return {};
}

std::vector<ClauseDifference> clause_differences(const Cell& before, const Cell& after) {
    return Aligner(before, after).differences();
}

}  // namespace dutylist
