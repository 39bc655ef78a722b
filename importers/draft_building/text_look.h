#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dutylist {

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    friend bool operator==(const Colour&, const Colour&) = default;
};

inline constexpr Colour white{255, 255, 255};

// "#FFFFFF", "ffffff", "FFFFFFFF" (alpha first), "#fff", "rgb(255, 255, 255)", a basic colour of
// CSS; nothing for anything else ("auto", "transparent").
std::optional<Colour> parse_colour(std::string_view text);

// How a source shows a text, as far as it says so: what decides whether its reader sees it.
struct TextLook {
    std::optional<bool> hidden;       // hidden text, display:none
    std::optional<bool> transparent;  // has its place and is not drawn
    std::optional<bool> struck;       // struck out, once or twice
    std::optional<double> points;     // the size of its letters
    std::optional<Colour> colour;
    bool stands_out = false;  // without a colour: in one that differs from any background
    std::optional<Colour> background;
    bool on_unknown = false;  // on a picture, a pattern, a colour that cannot be told

    // This look, and where it says nothing that of what is around it.
    TextLook over(const TextLook& around) const;
};

}  // namespace dutylist
