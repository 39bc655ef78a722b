#include "pipeline/diagnostics/phrase.h"

#include <cstring>
#include <utility>

namespace dutylist {
namespace {

// U+001D, group separator: the text gate lets no such character into a model.
constexpr char mark = '\x1d';

constexpr std::pair<std::string_view, std::string_view> phrases[] = {
#define DUTYLIST_PHRASE(english, chinese) {english, chinese},
#include "pipeline/diagnostics/phrases.def"
#undef DUTYLIST_PHRASE
};

std::string_view chinese_of(std::string_view english) {
    for (const auto& [known, chinese] : phrases) {
        if (known == english) return chinese;
    }
    return english;
}

}  // namespace

std::string localised(std::string_view english) {
    return std::string(1, mark) + std::string(english) + mark;
}

std::string system_reason(int error) { return localised(std::strerror(error)); }

std::string localised_list(std::span<const std::string> names) {
    std::string text;
    for (const std::string& name : names) {
        if (!text.empty()) text += localised(", ");
        text += name;
    }
    return text;
}

std::string shown_argument(std::string_view argument, Language language) {
    std::string text;
    while (!argument.empty()) {
        const std::size_t start = argument.find(mark);
        const std::size_t end =
            start == std::string_view::npos ? start : argument.find(mark, start + 1);
        if (end == std::string_view::npos) break;
        text += argument.substr(0, start);
        const std::string_view phrase = argument.substr(start + 1, end - start - 1);
        text += language == Language::chinese ? chinese_of(phrase) : phrase;
        argument.remove_prefix(end + 1);
    }
    text += argument;
    return text;
}

}  // namespace dutylist
