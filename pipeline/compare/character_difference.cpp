#include "pipeline/compare/character_difference.h"

#include <algorithm>

#include "pipeline/text/character_class.h"
#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

constexpr int max_edits = 1000;  // memory and time grow with its square: 2 MB, 5 ms

// A character with the white space that follows it.
struct Token {
    char32_t character;
    std::string_view text;
};

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    tokens.reserve(text.size() / 3 + 1);
    const Characters characters(text);
    for (auto at = characters.begin(); at != characters.end(); ++at) {
        const Decoded decoded = *at;
        if (is_white_space(decoded.character)) {
            if (tokens.empty()) continue;
            std::string_view& last = tokens.back().text;
            last = {last.data(), last.size() + decoded.bytes};
        } else {
            tokens.push_back({decoded.character, text.substr(at.offset(), decoded.bytes)});
        }
    }
    return tokens;
}

// A stretch of tokens: [before_begin, before_end) against [after_begin, after_end).
struct Stretch {
    bool equal;
    std::size_t before_begin, before_end, after_begin, after_end;
};

class Script {
public:
    void equal(std::size_t before, std::size_t after) { step(true, before, after, 1, 1); }
    void removed(std::size_t before, std::size_t after) { step(false, before, after, 1, 0); }
    void added(std::size_t before, std::size_t after) { step(false, before, after, 0, 1); }
    std::vector<Stretch> stretches;

private:
    void step(bool equal, std::size_t before, std::size_t after, std::size_t old_length,
              std::size_t new_length) {
        if (stretches.empty() || stretches.back().equal != equal) {
            stretches.push_back({equal, before, before, after, after});
        }
        stretches.back().before_end += old_length;
        stretches.back().after_end += new_length;
    }
};

// Myers' greedy algorithm on [begin, before_end) and [begin, after_end); false if there are more
// than max_edits.
bool shortest_script(const std::vector<Token>& before, std::size_t before_end,
                     const std::vector<Token>& after, std::size_t after_end, std::size_t begin,
                     Script& script) {
    const int n = static_cast<int>(before_end - begin);
    const int m = static_cast<int>(after_end - begin);
    const int limit = std::min(n + m, max_edits);
    const auto same = [&](int x, int y) {
        return before[begin + static_cast<std::size_t>(x)].character ==
               after[begin + static_cast<std::size_t>(y)].character;
    };
    std::vector<int> furthest(static_cast<std::size_t>(2 * limit + 3), 0);
    const int offset = limit + 1;
    const auto at = [&](int k) -> int& { return furthest.begin()[k + offset]; };
    std::vector<std::vector<int>> rounds;  // of each round, furthest[-d … d] before it
    int edits = -1;
    for (int d = 0; d <= limit && edits < 0; ++d) {
        rounds.emplace_back(furthest.begin() + (offset - d - 1 < 0 ? 0 : offset - d - 1),
                            furthest.begin() + std::min(2 * limit + 3, offset + d + 2));
        for (int k = -d; k <= d; k += 2) {
            int x = k == -d || (k != d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
            int y = x - k;
            while (x < n && y < m && same(x, y)) {
                ++x;
                ++y;
            }
            at(k) = x;
            if (x >= n && y >= m) {
                edits = d;
                break;
            }
        }
    }
    if (edits < 0) return false;

    enum class Step : std::uint8_t { equal, removed, added };
    std::vector<Step> steps;
    int x = n;
    int y = m;
    for (int d = edits; d >= 0; --d) {
        const std::vector<int>& round = rounds[static_cast<std::size_t>(d)];
        const auto before_round = [&](int k) { return round.begin()[k + d + 1]; };
        const int k = x - y;
        const bool down = k == -d || (k != d && before_round(k - 1) < before_round(k + 1));
        const int previous_k = down ? k + 1 : k - 1;
        const int previous_x = d == 0 ? 0 : before_round(previous_k);
        const int previous_y = d == 0 ? 0 : previous_x - previous_k;
        while (x > previous_x && y > previous_y) {
            steps.push_back(Step::equal);
            --x;
            --y;
        }
        if (d == 0) break;
        steps.push_back(down ? Step::added : Step::removed);
        x = previous_x;
        y = previous_y;
    }
    std::size_t i = begin;
    std::size_t j = begin;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        switch (*step) {
            case Step::equal:
                script.equal(i++, j++);
                break;
            case Step::removed:
                script.removed(i++, j);
                break;
            case Step::added:
                script.added(i, j++);
                break;
        }
    }
    return true;
}

// Takes short equal stretches between larger changes into these.
std::vector<Stretch> without_scattered(const std::vector<Stretch>& stretches) {
    constexpr std::size_t short_stretch = 4;  // characters
    const auto size = [](const Stretch& stretch) {
        return std::max(stretch.before_end - stretch.before_begin,
                        stretch.after_end - stretch.after_begin);
    };
    std::vector<Stretch> kept;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const bool between = stretches[i].equal && !kept.empty() && i + 1 < stretches.size();
        if (between && size(stretches[i]) <= size(kept.back()) &&
            size(stretches[i]) <= size(stretches[i + 1]) && size(stretches[i]) < short_stretch) {
            ++i;
            kept.back().before_end = stretches[i].before_end;
            kept.back().after_end = stretches[i].after_end;
        } else {
            kept.push_back(stretches[i]);
        }
    }
    return kept;
}

std::string joined(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
    if (begin == end) return {};
    const char* first = tokens[begin].text.data();
    const std::string_view last = tokens[end - 1].text;
    return std::string(first, last.data() + last.size());
}

}  // namespace

std::vector<Segment> character_difference(std::string_view before_text,
                                          std::string_view after_text) {
    const std::vector<Token> before = tokens_of(before_text);
    const std::vector<Token> after = tokens_of(after_text);
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t head = 0;
    while (head < shorter && before[head].character == after[head].character) ++head;
    std::size_t tail = 0;
    while (tail < shorter - head &&
           before[before.size() - 1 - tail].character == after[after.size() - 1 - tail].character) {
        ++tail;
    }
    Script script;
    for (std::size_t i = 0; i < head; ++i) script.equal(i, i);
    const std::size_t before_end = before.size() - tail;
    const std::size_t after_end = after.size() - tail;
    if (!shortest_script(before, before_end, after, after_end, head, script)) {
        script.stretches.resize(head == 0 ? 0 : 1);
        for (std::size_t i = head; i < before_end; ++i) script.removed(i, head);
        for (std::size_t i = head; i < after_end; ++i) script.added(before_end, i);
    }
    for (std::size_t i = 0; i < tail; ++i) script.equal(before_end + i, after_end + i);

    std::vector<Segment> segments;
    for (const Stretch& stretch : without_scattered(script.stretches)) {
        if (stretch.equal) {
            segments.push_back(
                {Segment::Kind::equal, joined(after, stretch.after_begin, stretch.after_end)});
            continue;
        }
        if (stretch.before_begin != stretch.before_end) {
            segments.push_back(
                {Segment::Kind::removed, joined(before, stretch.before_begin, stretch.before_end)});
        }
        if (stretch.after_begin != stretch.after_end) {
            segments.push_back(
                {Segment::Kind::added, joined(after, stretch.after_begin, stretch.after_end)});
        }
    }
    return segments;
}

}  // namespace dutylist
