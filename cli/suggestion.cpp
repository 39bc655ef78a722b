#include "cli/suggestion.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "pipeline/diagnostics/phrase.h"
#include "pipeline/text/edit_distance.h"
#include "pipeline/text/utf8.h"

namespace dutylist::cli {
namespace {

constexpr std::array<std::string_view, 10> placeholders{"INPUT", "UNIT", "OLD",  "NEW",    "DIR",
                                                        "FILE",  "NAME", "LIST", "FORMAT", "WHAT"};

}  // namespace

std::string_view likely_meant(std::string_view word, std::span<const std::string_view> candidates) {
    constexpr std::size_t longest = 40;
    std::string_view best;
    std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
    if (word.size() < 2 || word.size() > longest) return {};
    const std::u32string written = to_utf32(word);
    for (const std::string_view candidate : candidates) {
        const std::size_t found =
            edit_distance(written, to_utf32(candidate), least, Swaps::one_step);
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
