#include "cli/suggestion.h"

#include <algorithm>
#include <string>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/text/edit_distance.h"
#include "pipeline/text/utf8.h"

namespace dutylist::cli {
namespace {

constexpr Code placeholders[] = {
    Code::value_inputs,      Code::value_unit,        Code::value_folder,
    Code::value_file,        Code::value_name,        Code::value_name_or_folder,
    Code::value_list,        Code::value_format,      Code::value_part,
    Code::value_old_and_new, Code::value_unit_option, Code::value_archive_action};

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

Argument suggestion(std::string_view word, std::span<const std::string_view> candidates) {
    const std::string_view meant = likely_meant(word, candidates);
    if (meant.empty()) return {};
    return Message{Code::usage_did_you_mean, {meant}};
}

Argument placeholder(std::string_view text) {
    for (const Code code : placeholders) {
        if (message_template(code, Language::english) == text) return Message{code, {}};
    }
    return text;
}

}  // namespace dutylist::cli
