#include "cli/suggestion.h"

#include <algorithm>
#include <string>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/text/edit_distance.h"
#include "pipeline/text/utf8.h"

namespace dutylist::cli {
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

Argument suggestion(std::string_view word, std::span<const std::string_view> candidates) {
    const std::string_view meant = likely_meant(word, candidates);
    if (meant.empty()) return {};
    return Message{Code::usage_did_you_mean, {meant}};
}

}  // namespace dutylist::cli
