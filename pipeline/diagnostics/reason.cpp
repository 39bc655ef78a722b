#include "pipeline/diagnostics/reason.h"

#include <cctype>
#include <optional>

namespace dutylist {
namespace {

// Characters that the text gate keeps out of every text. A reason inside a reason is put into words
// by the outer one, so one pair of separators will do.
constexpr char begin_mark = '\x1E';
constexpr char separator = '\x1F';

}  // namespace

std::string reason(Code code, const std::vector<std::string>& arguments) {
    std::string text(1, begin_mark);
    text += id_of(code);
    for (const std::string& argument : arguments) {
        text += separator;
        text += argument;
    }
    return text;
}

std::string in_words(std::string_view argument, Language language) {
    if (!argument.starts_with(begin_mark)) return std::string(argument);
    std::vector<std::string> parts;
    for (std::size_t begin = 1; begin <= argument.size();) {
        const std::size_t end = std::min(argument.find(separator, begin), argument.size());
        parts.emplace_back(argument.substr(begin, end - begin));
        begin = end + 1;
    }
    const std::optional<Code> code = parts.empty() ? std::nullopt : code_from(parts.front());
    if (!code) return std::string(argument);
    parts.erase(parts.begin());
    return filled_message(*code, parts, language);
}

std::string filled_message(Code code, const std::vector<std::string>& arguments,
                           Language language) {
    const std::string_view pattern = message_template(code, language);
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool placeholder = pattern[i] == '{' && i + 2 < pattern.size() &&
                                 std::isdigit(static_cast<unsigned char>(pattern[i + 1])) &&
                                 pattern[i + 2] == '}';
        if (!placeholder) {
            text += pattern[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
        if (index < arguments.size()) text += in_words(arguments[index], language);
        i += 2;
    }
    return text;
}

}  // namespace dutylist
