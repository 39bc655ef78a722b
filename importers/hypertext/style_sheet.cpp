#include "importers/hypertext/style_sheet.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "pipeline/text/character_class.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

constexpr std::size_t most_bytes = 1024UL * 1024;
constexpr std::size_t most_rules_of_a_key = 64;
constexpr std::size_t most_classes = 16;
constexpr std::size_t most_known = 10'000;
// Farther out of the page than this is meant to be out of sight.
constexpr double out_of_sight = -500;

constexpr std::array<std::string_view, 28> properties{"display",
                                                      "visibility",
                                                      "opacity",
                                                      "color",
                                                      "background",
                                                      "background-color",
                                                      "background-image",
                                                      "font-size",
                                                      "text-decoration",
                                                      "text-decoration-line",
                                                      "text-indent",
                                                      "left",
                                                      "top",
                                                      "margin-left",
                                                      "height",
                                                      "max-height",
                                                      "width",
                                                      "overflow",
                                                      "clip",
                                                      "clip-path",
                                                      "filter",
                                                      "transform",
                                                      "position",
                                                      "list-style",
                                                      "list-style-type",
                                                      "mso-hide",
                                                      "white-space",
                                                      "font"};

std::string in_lower_case(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

std::string_view value_of(const Declarations& declarations, std::string_view property) {
    const auto found = declarations.find(property);
    return found == declarations.end() ? std::string_view() : std::string_view(found->second);
}

struct Length {
    double value = 0;
    std::string_view unit;
};
std::optional<Length> length_of(std::string_view text) {
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc()) return {};
    return Length{value, text.substr(static_cast<std::size_t>(stop - text.data()))};
}

// In points, of units that need no other size.
std::optional<double> points_of(std::string_view text) {
    const auto length = length_of(text);
    if (!length) return {};
    if (length->value == 0 || length->unit.empty() || length->unit == "pt") return length->value;
    if (length->unit == "px") return length->value * 0.75;
    if (length->unit == "mm") return length->value * 72 / 25.4;
    // Of the size of the text around, which is taken for the usual one.
    constexpr double usual_points = 12;
    if (length->unit == "em" || length->unit == "rem") return length->value * usual_points;
    if (length->unit == "%") return length->value / 100 * usual_points;
    return {};
}

bool is_zero(std::string_view text) {
    const auto length = length_of(text);
    return length && length->value == 0;
}

bool is_out_of_sight(std::string_view text) {
    const auto length = length_of(text);
    return length && length->value <= out_of_sight;
}

// Of a box that cuts off what is larger.
bool is_too_small(std::string_view text) {
    constexpr double smallest = 1;  // points; the 1px boxes that are for screen readers alone
    const auto length = length_of(text);
    return length && (length->value == 0 || (length->unit == "px" && length->value <= smallest));
}

// clip: rect(0, 0, 0, 0), clip-path: inset(100%).
bool cuts_all_off(const Declarations& own) {
    const std::string_view path = value_of(own, "clip-path");
    if (path == "inset(100%)" || path == "inset(50%)" || path == "circle(0)") return true;
    std::string_view rectangle = value_of(own, "clip");
    constexpr std::string_view function = "rect(";
    if (!rectangle.starts_with(function) || !rectangle.ends_with(')')) return false;
    rectangle.remove_prefix(function.size());
    rectangle.remove_suffix(1);
    while (!rectangle.empty()) {
        const std::size_t end = std::min(rectangle.find_first_of(", "), rectangle.size());
        if (end > 0 && !is_too_small(rectangle.substr(0, end))) return false;
        rectangle.remove_prefix(std::min(end + 1, rectangle.size()));
    }
    return true;
}

bool shows_nothing(const Declarations& own) {
    const std::string_view transform = value_of(own, "transform");
    const std::string_view filter = value_of(own, "filter");
    if (cuts_all_off(own) || transform.find("scale(0)") != std::string_view::npos ||
        filter.find("opacity(0)") != std::string_view::npos ||
        filter.find("opacity(0%)") != std::string_view::npos)
        return true;
    const bool cut =
        value_of(own, "overflow") == "hidden" &&
        (is_too_small(value_of(own, "height")) || is_too_small(value_of(own, "max-height")) ||
         is_too_small(value_of(own, "width")));
    const bool away =
        is_out_of_sight(value_of(own, "text-indent")) ||
        is_out_of_sight(value_of(own, "margin-left")) ||
        (!value_of(own, "position").empty() &&
         (is_out_of_sight(value_of(own, "left")) || is_out_of_sight(value_of(own, "top"))));
    return cut || away || is_zero(value_of(own, "opacity"));
}

// rgba(0, 0, 0, 0), hsl(0 0% 0% / 0)
bool has_no_alpha(std::string_view colour) {
    if (!colour.ends_with(')')) return false;
    std::size_t part = colour.find_last_of(",/ ");
    if (part == std::string_view::npos) return false;
    const bool four = std::count(colour.begin(), colour.end(), ',') == 3 ||
                      colour.find('/') != std::string_view::npos;
    const auto alpha = length_of(colour.substr(part + 1, colour.size() - part - 2));
    return four && alpha && alpha->value == 0;
}

void add_background(TextLook& look, std::string_view value) {
    if (value.find("url(") != std::string_view::npos ||
        value.find("gradient") != std::string_view::npos)
        look.on_unknown = true;
    if (value.starts_with("rgb")) {
        look.background = parse_colour(value.substr(0, value.find(')') + 1));
        return;
    }
    while (!value.empty()) {
        const std::size_t end = std::min(value.find(' '), value.size());
        if (const auto colour = parse_colour(value.substr(0, end))) look.background = colour;
        value.remove_prefix(std::min(end + 1, value.size()));
    }
}

bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

std::string without_comments(std::string_view css) {
    std::string text;
    for (std::size_t at = 0; at < css.size();) {
        const std::size_t begin = std::min(css.find("/*", at), css.size());
        text += css.substr(at, begin - at);
        if (begin == css.size()) break;
        const std::size_t end = css.find("*/", begin + 2);
        if (end == std::string_view::npos) break;
        at = end + 2;
    }
    return text;
}

}  // namespace

Declarations parse_declarations(std::string_view text) {
    Declarations found;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(';'), text.size());
        const std::string_view one = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t colon = one.find(':');
        if (colon == std::string_view::npos) continue;
        std::string name = in_lower_case(trimmed(one.substr(0, colon)));
        if (std::find(properties.begin(), properties.end(), name) == properties.end()) continue;
        std::string value = in_lower_case(normalised_white_space(one.substr(colon + 1)));
        if (const std::size_t mark = value.find('!'); mark != std::string::npos)
            value = std::string(trimmed(std::string_view(value).substr(0, mark)));
        found[std::move(name)] = std::move(value);
    }
    return found;
}

TextLook look_of(const Declarations& own) {
    TextLook look;
    if (const auto display = value_of(own, "display"); !display.empty())
        look.hidden = display == "none";
    if (value_of(own, "mso-hide") == "all") look.hidden = true;
    const auto visibility = value_of(own, "visibility");
    if (visibility == "hidden" || visibility == "collapse") look.transparent = true;
    if (visibility == "visible") look.transparent = false;
    if (shows_nothing(own)) look.transparent = true;
    for (std::string_view property : {"text-decoration", "text-decoration-line"}) {
        const auto decoration = value_of(own, property);
        if (!decoration.empty())
            look.struck = decoration.find("line-through") != std::string_view::npos;
    }
    look.points = points_of(value_of(own, "font-size"));
    if (const auto colour = value_of(own, "color"); !colour.empty()) {
        look.colour = parse_colour(colour);
        if (colour == "transparent" || has_no_alpha(colour)) look.transparent = true;
    }
    for (std::string_view property : {"background", "background-color", "background-image"})
        add_background(look, value_of(own, property));
    return look;
}

void StyleSheet::add(std::string_view css) {
    if (bytes_ + css.size() > most_bytes) return;
    bytes_ += css.size();
    known_.clear();
    add_rules(without_comments(css), true);
}

// `with_media`: those for screens as well.
void StyleSheet::add_rules(std::string_view text, bool with_media) {
    constexpr std::size_t longest_medium = 20;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t open = text.find('{', at);
        if (open == std::string::npos) return;
        std::string_view selectors = trimmed(text.substr(at, open - at));
        // Statements such as @import end before the next rule.
        if (const std::size_t end = selectors.rfind(';'); end != std::string_view::npos)
            selectors = trimmed(selectors.substr(end + 1));
        if (selectors.starts_with("<!--")) selectors = trimmed(selectors.substr(4));
        std::size_t close = open + 1;
        for (std::size_t depth = 1; close < text.size() && depth > 0; ++close) {
            depth += text[close] == '{';
            depth -= text[close] == '}';
        }
        const std::string_view content = text.substr(open + 1, close - open - 2);
        const std::string medium = in_lower_case(selectors.substr(0, longest_medium));
        if (with_media && (medium == "@media screen" || medium == "@media all")) {
            add_rules(content, false);
        } else if (!selectors.starts_with('@')) {
            add_rule(selectors, content);
        }
        at = close;
    }
}

void StyleSheet::add_rule(std::string_view selectors, std::string_view text) {
    note_generated_text(selectors, text);
    const Declarations declarations = parse_declarations(text);
    if (declarations.empty()) return;
    while (!selectors.empty()) {
        const std::size_t end = std::min(selectors.find(','), selectors.size());
        add_selector(trimmed(selectors.substr(0, end)), declarations);
        selectors.remove_prefix(std::min(end + 1, selectors.size()));
    }
}

void StyleSheet::add_selector(std::string_view selector, const Declarations& declarations) {
    Rule rule;
    char kind = 0;
    for (std::size_t at = 0; at < selector.size();) {
        if (selector[at] == '.' || selector[at] == '#') kind = selector[at++];
        std::size_t end = at;
        while (end < selector.size() && is_name(selector[end])) ++end;
        // What depends on other elements or on states is not for one element alone.
        if (end == at) return;
        const std::string name(selector.substr(at, end - at));
        if (kind == '.') {
            rule.classes.push_back(name);
        } else {
            (kind == '#' ? rule.id : rule.type) = kind == 0 ? in_lower_case(name) : name;
        }
        if (end < selector.size() && selector[end] != '.' && selector[end] != '#') return;
        at = end;
    }
    if (rule.type.empty() && rule.classes.empty() && rule.id.empty()) return;
    const std::string key = !rule.id.empty()        ? "#" + rule.id
                            : !rule.classes.empty() ? "." + rule.classes.front()
                                                    : rule.type;
    std::vector<std::size_t>& same = by_key_[key];
    if (same.size() >= most_rules_of_a_key) return;
    rule.strength =
        static_cast<std::uint32_t>((rule.id.empty() ? 0U : 10'000U) + 100U * rule.classes.size() +
                                   (rule.type.empty() ? 0U : 1U));
    rule.declarations = declarations;
    same.push_back(rules_.size());
    rules_.push_back(std::move(rule));
}

void StyleSheet::note_generated_text(std::string_view selectors, std::string_view declarations) {
    const bool generates = selectors.find(":before") != std::string_view::npos ||
                           selectors.find(":after") != std::string_view::npos;
    if (!generates || !generated_text_.empty()) return;
    const std::size_t content = declarations.find("content:");
    if (content == std::string_view::npos) return;
    const std::string_view value = trimmed(declarations.substr(
        content + 8, std::min(declarations.find(';', content), declarations.size()) - content - 8));
    bool says = value.find("counter") != std::string_view::npos;
    for (const Decoded& d : Characters(value)) says = says || is_han(d.character);
    if (says) generated_text_ = value;
}

const Declarations& StyleSheet::of(const std::string& type, const std::string& classes,
                                   const std::string& id) {
    static const Declarations none;
    if (rules_.empty()) return none;
    const std::string key = type + '\n' + classes + '\n' + id;
    if (const auto known = known_.find(key); known != known_.end()) return known->second;

    std::vector<std::string> names;
    for (std::string_view rest = classes; names.size() < most_classes;) {
        rest = trimmed(rest);
        if (rest.empty()) break;
        const std::size_t end = std::min(rest.find_first_of(" \t\r\n"), rest.size());
        names.emplace_back(rest.substr(0, end));
        rest.remove_prefix(end);
    }
    std::vector<const Rule*> matching;
    const auto look_under = [&](const std::string& where) {
        const auto found = by_key_.find(where);
        if (found == by_key_.end()) return;
        for (const std::size_t index : found->second) {
            const Rule& rule = rules_[index];
            const bool fits =
                (rule.type.empty() || rule.type == type) && (rule.id.empty() || rule.id == id) &&
                std::all_of(rule.classes.begin(), rule.classes.end(), [&](const std::string& name) {
                    return std::find(names.begin(), names.end(), name) != names.end();
                });
            if (fits) matching.push_back(&rule);
        }
    };
    look_under(type);
    for (const std::string& name : names) look_under("." + name);
    if (!id.empty()) look_under("#" + id);
    std::sort(matching.begin(), matching.end(), [](const Rule* a, const Rule* b) {
        return a->strength != b->strength ? a->strength < b->strength : a < b;
    });
    Declarations result;
    for (const Rule* rule : matching) {
        for (const auto& [name, value] : rule->declarations) result[name] = value;
    }
    if (known_.size() >= most_known) known_.clear();
    return known_.emplace(key, std::move(result)).first->second;
}

}  // namespace dutylist
