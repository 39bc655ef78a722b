#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dutylist {

// A stretch of text that both versions have, or only one of them.
struct Segment {
    enum class Kind : std::uint8_t { equal, removed, added };
    Kind kind = Kind::equal;
    std::string text;
    friend bool operator==(const Segment&, const Segment&) = default;
};

// What must be removed from and added to `before` to get `after`, character by character. White
// space is not compared: it stays with the character before it, and an equal stretch carries the
// white space of `after`. So equal and added stretches together are `after`, and equal and removed
// stretches together are `before` apart from white space. Removed comes before added.
//
// The shortest edit script (Myers 1986); an equal stretch that is shorter than the changes on both
// sides of it is taken into them, so that people see words and not scattered characters. Texts that
// differ in more than 3,000 characters are shown as replaced between their common ends.
std::vector<Segment> character_difference(std::string_view before, std::string_view after);

}  // namespace dutylist
