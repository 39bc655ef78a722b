#include "cli/suggestion.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "pipeline/diagnostics/phrase.h"

namespace dutylist::cli {
namespace {

// Restricted Damerau-Levenshtein distance of two short words.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> rows(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            std::size_t& best = rows[i][j];
            if (i == 0 || j == 0) {
                best = i + j;
                continue;
            }
            best = std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1,
                             rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) best = std::min(best, rows[i - 2][j - 2] + 1);
        }
    }
    return rows[a.size()][b.size()];
}

constexpr std::array<std::string_view, 10> placeholders{"INPUT", "UNIT", "OLD",  "NEW",    "DIR",
                                                        "FILE",  "NAME", "LIST", "FORMAT", "WHAT"};

}  // namespace

std::string_view likely_meant(std::string_view word, std::span<const std::string_view> candidates) {
    constexpr std::size_t longest = 40;
    std::string_view best;
    std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
    if (word.size() < 2 || word.size() > longest) return {};
    for (const std::string_view candidate : candidates) {
        const std::size_t found = distance(word, candidate);
        if (found < least) {
            least = found;
            best = candidate;
        }
    }
    return best;
}

std::string suggestion(std::string_view word, std::span<const std::string_view> candidates) {
    const std::string_view meant = likely_meant(word, candidates);
    if (meant.empty()) return {};
    return localised(" Did you mean ") + "“" + std::string(meant) + "”" + localised("?");
}

std::string placeholder(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && std::isupper(static_cast<unsigned char>(text[end]))) ++end;
        if (end == i) {
            result += text[i++];
            continue;
        }
        const std::string_view word = text.substr(i, end - i);
        const bool known =
            std::find(placeholders.begin(), placeholders.end(), word) != placeholders.end();
        result += known ? localised(word) : std::string(word);
        i = end;
    }
    return result;
}

}  // namespace dutylist::cli
