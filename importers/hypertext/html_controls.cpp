#include "importers/hypertext/html_controls.h"

#include <algorithm>
#include <array>

#include "importers/hypertext/character_reference.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

constexpr std::array<std::string_view, 9> text_types{"",      "text",   "search", "tel",  "url",
                                                     "email", "number", "date",   "month"};

std::string type_of(const HtmlToken& token) {
    std::string type = token.value("type");
    std::transform(type.begin(), type.end(), type.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return type;
}

// Of several that may be chosen, all chosen ones show; of one, the last, else the first.
std::string chosen_options(std::string_view content, bool several) {
    HtmlTokenizer tokenizer(content);
    HtmlToken token;
    std::string chosen;
    std::string option;
    bool is_chosen = false;
    bool any = false;
    bool any_chosen = false;
    const auto end_option = [&] {
        const std::string text = normalised_white_space(option);
        if (is_chosen) {
            chosen = several && any_chosen ? chosen + "\n" + text : text;
            any_chosen = true;
        } else if (!any && !several && !any_chosen) {
            chosen = text;
        }
        any = any || !text.empty();
        option.clear();
        is_chosen = false;
    };
    bool in_option = false;
    while (tokenizer.next(token)) {
        if (token.kind == HtmlToken::Kind::text) {
            if (in_option) option += without_references(token.text);
        } else if (token.name == "option" || token.name == "select") {
            if (in_option) end_option();
            in_option = token.kind == HtmlToken::Kind::start_tag;
            is_chosen = in_option && token.attribute("selected").has_value();
        }
    }
    if (in_option) end_option();
    return chosen;
}

}  // namespace

bool is_choice(const HtmlToken& token) {
    const std::string type = type_of(token);
    return token.name == "input" && (type == "checkbox" || type == "radio");
}

std::optional<std::string> text_of_control(const HtmlToken& token, std::string_view content) {
    if (token.name == "input") {
        const std::string type = type_of(token);
        if (std::find(text_types.begin(), text_types.end(), type) == text_types.end()) return {};
        return token.value("value");
    }
    if (token.name == "textarea") return without_references(content.substr(0, content.rfind("</")));
    if (token.name == "select")
        return chosen_options(content, token.attribute("multiple").has_value());
    return {};
}

}  // namespace dutylist
