#include "importers/draft_building/text_look.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

namespace dutylist {
namespace {

constexpr std::array<std::pair<std::string_view, Colour>, 18> names{{{"white", {255, 255, 255}},
                                                                     {"black", {0, 0, 0}},
                                                                     {"red", {255, 0, 0}},
                                                                     {"lime", {0, 255, 0}},
                                                                     {"green", {0, 128, 0}},
                                                                     {"blue", {0, 0, 255}},
                                                                     {"yellow", {255, 255, 0}},
                                                                     {"aqua", {0, 255, 255}},
                                                                     {"cyan", {0, 255, 255}},
                                                                     {"fuchsia", {255, 0, 255}},
                                                                     {"magenta", {255, 0, 255}},
                                                                     {"gray", {128, 128, 128}},
                                                                     {"silver", {192, 192, 192}},
                                                                     {"maroon", {128, 0, 0}},
                                                                     {"navy", {0, 0, 128}},
                                                                     {"olive", {128, 128, 0}},
                                                                     {"purple", {128, 0, 128}},
                                                                     {"teal", {0, 128, 128}}}};

std::optional<Colour> of_digits(std::string_view digits) {
    unsigned value = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value, 16);
    if (error != std::errc() || stop != end) return {};
    const auto byte = [&](unsigned shift) { return static_cast<std::uint8_t>(value >> shift); };
    if (digits.size() == 6 || digits.size() == 8) return Colour{byte(16), byte(8), byte(0)};
    if (digits.size() != 3) return {};
    const auto doubled = [&](unsigned shift) {
        return static_cast<std::uint8_t>(((value >> shift) & 15U) * 17U);
    };
    return Colour{doubled(8), doubled(4), doubled(0)};
}

std::optional<Colour> of_function(std::string_view text) {
    std::array<std::uint8_t, 3> parts{};
    std::size_t at = text.find('(');
    for (std::uint8_t& part : parts) {
        at = text.find_first_of("0123456789", at);
        if (at == std::string_view::npos) return {};
        unsigned value = 0;
        const char* const end = text.data() + text.size();
        const auto [stop, error] = std::from_chars(text.data() + at, end, value);
        if (error != std::errc() || (stop != end && *stop == '%')) return {};
        part = static_cast<std::uint8_t>(std::min(value, 255U));
        at = static_cast<std::size_t>(stop - text.data());
    }
    // rgba() with its last part 0 shows nothing of the colour.
    const std::size_t alpha = text.find_first_of("0123456789.", at);
    if (alpha != std::string_view::npos && text.substr(alpha).starts_with("0)")) return {};
    return Colour{parts[0], parts[1], parts[2]};
}

}  // namespace

std::optional<Colour> parse_colour(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (lower.starts_with('#')) return of_digits(std::string_view(lower).substr(1));
    if (lower.starts_with("rgb")) return of_function(lower);
    for (const auto& [name, colour] : names) {
        if (lower == name) return colour;
    }
    return lower.size() >= 6 ? of_digits(lower) : std::nullopt;
}

TextLook TextLook::over(const TextLook& around) const {
    TextLook look = *this;
    if (!look.hidden) look.hidden = around.hidden;
    if (!look.transparent) look.transparent = around.transparent;
    if (!look.struck) look.struck = around.struck;
    if (!look.points) look.points = around.points;
    if (!look.colour && !look.stands_out) {
        look.colour = around.colour;
        look.stands_out = around.stands_out;
    }
    if (!look.background) {
        look.background = around.background;
        look.on_unknown = look.on_unknown || around.on_unknown;
    }
    return look;
}

}  // namespace dutylist
