#include "importers/hypertext/element_kinds.h"

#include <algorithm>
#include <array>

namespace dutylist {
namespace {

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 34> blocks{
    "p",       "div",     "h1",     "h2",       "h3",     "h4",        "h5",
    "h6",      "li",      "ul",     "ol",       "dl",     "dt",        "dd",
    "section", "article", "header", "main",     "body",   "html",      "hr",
    "pre",     "center",  "form",   "fieldset", "figure", "address",   "caption",
    "details", "summary", "legend", "menu",     "dir",    "blockquote"};

// Never text of the page: scripts, controls, the reading above a character, what was deleted.
constexpr std::array<std::string_view, 16> no_text{
    "script", "style",    "title",  "template", "select", "button",   "textarea", "svg",
    "canvas", "noscript", "object", "iframe",   "rt",     "datalist", "rp",       "del"};

constexpr std::array<std::string_view, 3> around_the_text{"nav", "footer", "aside"};

constexpr std::array<std::string_view, 10> empty_elements{"br",   "hr",  "img", "input",  "meta",
                                                          "link", "wbr", "col", "source", "area"};

}  // namespace

bool is_block(std::string_view element) { return contains(blocks, element); }
bool is_empty_element(std::string_view element) { return contains(empty_elements, element); }
bool is_no_text(std::string_view element) { return contains(no_text, element); }
bool is_around_the_text(std::string_view element) { return contains(around_the_text, element); }
bool is_control(std::string_view element) {
    return element == "input" || element == "select" || element == "textarea";
}

TextLook look_of(const HtmlToken& token, const Declarations& style) {
    TextLook look = look_of(style);
    if (!look.struck && (token.name == "s" || token.name == "strike" || token.name == "del"))
        look.struck = true;
    if (token.attributes.empty()) return look;
    if (!look.hidden && token.attribute("hidden")) look.hidden = true;
    if (!look.background) look.background = parse_colour(token.value("bgcolor"));
    if (!token.value("background").empty()) look.on_unknown = true;
    if (token.name == "font" && !look.colour) look.colour = parse_colour(token.value("color"));
    return look;
}

}  // namespace dutylist
