#include "importers/word/run_look.h"

#include <array>
#include <utility>

namespace dutylist {
namespace {

// ST_HighlightColor (17.18.40), those that parse_colour() does not know by the same name.
constexpr std::array<std::pair<std::string_view, Colour>, 9> highlights{
    {{"darkBlue", {0, 0, 128}},
     {"darkCyan", {0, 128, 128}},
     {"darkGreen", {0, 128, 0}},
     {"darkMagenta", {128, 0, 128}},
     {"darkRed", {128, 0, 0}},
     {"darkYellow", {128, 128, 0}},
     {"darkGray", {128, 128, 128}},
     {"lightGray", {192, 192, 192}},
     {"green", {0, 255, 0}}}};

std::optional<Colour> highlight_colour(std::string_view name) {
    for (const auto& [known, colour] : highlights) {
        if (name == known) return colour;
    }
    return parse_colour(name);
}

// Letters this many percent wide cannot be read.
constexpr std::uint32_t narrowest_percent = 5;
constexpr double half_point = 0.5;

}  // namespace

void add_shading(TextLook& look, const XmlAttributes& attributes) {
    const std::string_view pattern = attributes.value("val", "clear");
    look.background = parse_colour(attributes.value("fill"));
    if (pattern == "solid") look.background = parse_colour(attributes.value("color"));
    look.on_unknown = pattern != "clear" && pattern != "nil" && pattern != "solid";
    // A colour of the theme without its value.
    if (!look.background && attributes.find("themeFill")) look.on_unknown = true;
}

void add_run_property(TextLook& look, std::string_view element, const XmlAttributes& attributes) {
    if (element == "vanish") {
        look.hidden = attributes.flag("val", true);
    } else if (element == "strike" || element == "dstrike") {
        look.struck = attributes.flag("val", true) || look.struck.value_or(false);
    } else if (element == "color") {
        look.colour = parse_colour(attributes.value("val"));
        look.stands_out = !look.colour;  // "auto"
    } else if (element == "sz") {
        look.points = attributes.number("val", 24) * half_point;
    } else if (element == "w" && attributes.number("val", 100) <= narrowest_percent) {
        look.points = 0;
    } else if (element == "shd") {
        add_shading(look, attributes);
    } else if (element == "highlight") {
        if (const auto colour = highlight_colour(attributes.value("val"))) {
            look.background = colour;
            look.on_unknown = false;
        }
    }
}

}  // namespace dutylist
