#include "pipeline/analysis/item_number.h"

#include <algorithm>
#include <array>

#include "pipeline/text/chinese_number.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

constexpr std::size_t most_digits = 9;  // fits std::uint32_t

std::optional<std::uint32_t> parse_ascii(std::string_view text) {
    if (text.empty() || text.size() > most_digits) return {};
    std::uint32_t number = 0;
    for (char c : text) {
        if (c < '0' || c > '9') return {};
        number = number * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return number > 0 ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> parse_item_number(std::string_view text) {
    text = trimmed(text);
    if (const auto number = parse_ascii(text)) return number;
    // As programs write whole numbers that they keep as fractions.
    if (text.ends_with(".0")) {
        if (const auto number = parse_ascii(text.substr(0, text.size() - 2))) return number;
    }
    static constexpr std::array<std::string_view, 2> openers{"（", "("};
    static constexpr std::array<std::string_view, 6> closers{"）", ")", ".", "．", "、", "。"};
    for (std::string_view opener : openers) {
        if (text.starts_with(opener)) text.remove_prefix(opener.size());
    }
    for (std::string_view closer : closers) {
        if (text.ends_with(closer)) text.remove_suffix(closer.size());
    }
    static constexpr std::string_view ordinal = "第";
    if (text.starts_with(ordinal)) {
        text.remove_prefix(ordinal.size());
        for (std::string_view unit : {"项", "条", "号"}) {
            if (text.ends_with(unit)) text.remove_suffix(unit.size());
        }
        text = trimmed(text);
    }
    if (const auto number = parse_ascii(text)) return number;
    const auto number = parse_number(text);
    return number ? std::optional(static_cast<std::uint32_t>(*number)) : std::nullopt;
}

}  // namespace dutylist
