#include "pipeline/check/characters.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace dutylist::check {
namespace {

#include "pipeline/check/look_alike_table.inc"
#include "pipeline/check/traditional_table.inc"

static_assert(traditional.size() == simplified.size());

// One bit a character tells that most are in no table.
using Membership = std::array<std::uint64_t, 1024>;
constexpr Membership members_of(std::u32string_view characters) {
    Membership members{};
    for (const char32_t c : characters) members[c >> 6] |= std::uint64_t{1} << (c & 63);
    return members;
}
constexpr Membership traditional_members = members_of(traditional);

constexpr char32_t nothing = U'\u3000';

char32_t in_table(char32_t c, char32_t first, std::u32string_view table) {
    if (c < first || c - first >= table.size()) return 0;
    const char32_t other = table[c - first];
    return other == nothing ? 0 : other;
}

}  // namespace

char32_t look_alike_of(char32_t c) {
    if (c < 0x2E80 || (c > 0x2FD5 && c < 0xF900) || c > 0xFAD9) return 0;
    char32_t other = in_table(c, 0x2F00, kangxi_radicals);
    if (other == 0) other = in_table(c, 0x2E80, radicals_supplement);
    if (other == 0) other = in_table(c, 0xF900, compatibility_ideographs);
    const char32_t simple = simplified_of(other);
    return simple == 0 ? other : simple;
}

char32_t simplified_of(char32_t c) {
    if (c > 0xFFFF || (traditional_members[c >> 6] >> (c & 63) & 1) == 0) return 0;
    const auto found = std::lower_bound(traditional.begin(), traditional.end(), c);
    if (found == traditional.end() || *found != c) return 0;
    return simplified[static_cast<std::size_t>(found - traditional.begin())];
}

bool is_invisible(char32_t c) {
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xFFF9 && c <= 0xFFFC);
}

}  // namespace dutylist::check
