#include "pipeline/diagnostics/message.h"

#include <cctype>

#include "pipeline/diagnostics/visible_text.h"

namespace dutylist {
namespace {

// Of a longer text a message shows the beginning; the whole stands in Diagnostic::raw.
constexpr std::size_t longest_shown = 1000;  // characters

struct Words {
    Language language;

    std::string operator()(const std::string& text) const {
        return visible_beginning(text, longest_shown);
    }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(const SourceLocation& place) const {
        return visible_text(to_string(place));
    }
    std::string operator()(const Message& message) const { return in_words(message, language); }
    std::string operator()(const std::vector<Argument>& list) const {
        const std::string_view comma = language == Language::chinese ? "、" : ", ";
        std::string text;
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (i > 0) text += comma;
            text += in_words(list[i], language);
        }
        return text;
    }
};

}  // namespace

Argument Argument::with_text_replaced(std::string_view from, std::string_view to) const {
    Argument changed = *this;
    if (auto* text = std::get_if<std::string>(&changed.value_)) {
        for (std::size_t at = text->find(from); !from.empty() && at != std::string::npos;
             at = text->find(from, at + to.size())) {
            text->replace(at, from.size(), to);
        }
    }
    const auto replace_all = [&](std::vector<Argument>& arguments) {
        for (Argument& each : arguments) each = each.with_text_replaced(from, to);
    };
    if (auto* message = std::get_if<Message>(&changed.value_)) replace_all(message->arguments);
    if (auto* list = std::get_if<std::vector<Argument>>(&changed.value_)) replace_all(*list);
    return changed;
}

bool operator==(const Message& a, const Message& b) {
    return a.code == b.code && a.arguments == b.arguments;
}

std::string in_words(const Argument& argument, Language language) {
    return std::visit(Words{language}, argument.value_);
}

std::string in_words(const Message& message, Language language) {
    const std::string_view pattern = message_template(message.code, language);
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
        if (index < message.arguments.size()) text += in_words(message.arguments[index], language);
        i += 2;
    }
    return text;
}

}  // namespace dutylist
