#include "importers/hypertext/html_lists.h"

#include <algorithm>
#include <array>

#include "importers/draft_building/number_text.h"

namespace dutylist {
namespace {

struct CounterStyle {
    std::string_view css;
    std::string_view format;
    std::string_view after;
};
// CSS Counter Styles 3, and the values of the type attribute (case matters there).
constexpr std::array<CounterStyle, 13> counter_styles{
    {{"decimal", "decimal", "."},
     {"decimal-leading-zero", "decimalZero", "."},
     {"lower-alpha", "lowerLetter", "."},
     {"lower-latin", "lowerLetter", "."},
     {"upper-alpha", "upperLetter", "."},
     {"upper-latin", "upperLetter", "."},
     {"lower-roman", "lowerRoman", "."},
     {"upper-roman", "upperRoman", "."},
     {"cjk-ideographic", "chineseCounting", "、"},
     {"simp-chinese-informal", "chineseCounting", "、"},
     {"trad-chinese-informal", "chineseCounting", "、"},
     {"cjk-decimal", "ideographDigital", "、"},
     {"simp-chinese-formal", "chineseLegalSimplified", "、"}}};

constexpr int largest_number = 9999;

std::string_view format_of_type(std::string_view type) {
    if (type == "a") return "lowerLetter";
    if (type == "A") return "upperLetter";
    if (type == "i") return "lowerRoman";
    if (type == "I") return "upperRoman";
    return "decimal";
}

std::string_view list_style(const Declarations& style) {
    auto found = style.find("list-style-type");
    if (found == style.end() || found->second.empty()) found = style.find("list-style");
    return found == style.end() ? std::string_view() : std::string_view(found->second);
}

// The shorthand list-style has other words beside the counter: "inside cjk-decimal".
bool has_word(std::string_view words, std::string_view word) {
    constexpr std::string_view blanks = " \t\r\n\f";
    for (std::size_t at = words.find_first_not_of(blanks); at != std::string_view::npos;) {
        const std::size_t end = std::min(words.find_first_of(blanks, at), words.size());
        if (words.substr(at, end - at) == word) return true;
        at = words.find_first_not_of(blanks, end);
    }
    return false;
}

}  // namespace

void HtmlLists::open(const HtmlToken& token, const Declarations& style) {
    List list;
    if (token.name == "ol") {
        list.numbered = true;
        list.format = format_of_type(token.value("type"));
        list.next =
            static_cast<int>(std::min<std::uint32_t>(token.number("start", 1), largest_number));
        const std::string_view counter = list_style(style);
        for (const CounterStyle& known : counter_styles) {
            if (!has_word(counter, known.css)) continue;
            list.format = known.format;
            list.after = known.after;
        }
        if (counter.find("none") != std::string_view::npos) list.numbered = false;
    }
    open_.push_back(std::move(list));
}

std::optional<std::string> HtmlLists::next_label(const HtmlToken& token,
                                                 const Declarations& style) {
    if (open_.empty() || !open_.back().numbered) return {};
    List& list = open_.back();
    list.next = static_cast<int>(std::min<std::uint32_t>(
        token.number("value", static_cast<std::uint32_t>(list.next)), largest_number));
    const std::string number =
        number_text(list.next, list.format).value_or(std::to_string(list.next));
    list.next = std::min(list.next + 1, largest_number);
    const auto display = style.find("display");
    const bool shown =
        list_style(style) != "none" && (display == style.end() || display->second != "block");
    return shown ? std::optional(number + list.after) : std::nullopt;
}

void HtmlLists::cut(std::size_t count) { open_.resize(std::min(open_.size(), count)); }

}  // namespace dutylist
