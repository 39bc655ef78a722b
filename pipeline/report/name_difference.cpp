#include "pipeline/report/name_difference.h"

#include <algorithm>
#include <cstdint>

namespace dutylist {
namespace {

using Kind = Segment::Kind;
using Words = std::vector<std::string>;

// Beyond this many comparisons what differs is marked as a whole.
constexpr std::size_t most_comparisons = 250'000;

// The names and, as words of their own, the separators between them.
Words words_of(std::span<const std::string> names) {
    Words words;
    for (const std::string& name : names) {
        if (!words.empty()) words.emplace_back("、");
        words.push_back(name);
    }
    return words;
}

class Joiner {
public:
    void add(Kind kind, const std::string& text) {
        if (text.empty()) return;
        if (!segments_.empty() && segments_.back().kind == kind) {
            segments_.back().text += text;
        } else {
            segments_.push_back({kind, text});
        }
    }
    void add(Kind kind, std::span<const std::string> words) {
        for (const std::string& word : words) add(kind, word);
    }
    std::vector<Segment> take() { return std::move(segments_); }

private:
    std::vector<Segment> segments_;
};

// The longest common subsequence, walked from the front.
void add_difference(Joiner& joiner, std::span<const std::string> before,
                    std::span<const std::string> after) {
    if (before.empty() || after.empty() || before.size() > most_comparisons / after.size()) {
        joiner.add(Kind::removed, before);
        joiner.add(Kind::added, after);
        return;
    }
    const std::size_t width = after.size() + 1;
    std::vector<std::uint32_t> common((before.size() + 1) * width, 0);
    for (std::size_t i = before.size(); i-- > 0;) {
        for (std::size_t j = after.size(); j-- > 0;) {
            common[i * width + j] = before[i] == after[j] ? common[(i + 1) * width + j + 1] + 1
                                                          : std::max(common[(i + 1) * width + j],
                                                                     common[i * width + j + 1]);
        }
    }
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < before.size() && j < after.size()) {
        if (before[i] == after[j]) {
            joiner.add(Kind::equal, before[i]);
            ++i;
            ++j;
        } else if (common[(i + 1) * width + j] >= common[i * width + j + 1]) {
            joiner.add(Kind::removed, before[i++]);
        } else {
            joiner.add(Kind::added, after[j++]);
        }
    }
    joiner.add(Kind::removed, before.subspan(i));
    joiner.add(Kind::added, after.subspan(j));
}

}  // namespace

std::vector<Segment> name_difference(std::span<const std::string> before,
                                     std::span<const std::string> after) {
    const Words old_words = words_of(before);
    const Words new_words = words_of(after);
    const std::size_t least = std::min(old_words.size(), new_words.size());
    std::size_t head = 0;
    while (head < least && old_words[head] == new_words[head]) ++head;
    std::size_t tail = 0;
    while (tail < least - head &&
           old_words[old_words.size() - 1 - tail] == new_words[new_words.size() - 1 - tail]) {
        ++tail;
    }
    const std::span<const std::string> old_span(old_words);
    const std::span<const std::string> new_span(new_words);
    Joiner joiner;
    joiner.add(Kind::equal, old_span.first(head));
    add_difference(joiner, old_span.subspan(head, old_words.size() - head - tail),
                   new_span.subspan(head, new_words.size() - head - tail));
    joiner.add(Kind::equal, old_span.last(tail));
    return joiner.take();
}

}  // namespace dutylist
