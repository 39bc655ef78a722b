#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dutylist {

// A half-open range [begin, end) of bytes in one Cell's text. Spans always begin and end at a
// character boundary. A span owns nothing and is valid as long as the text is not edited.
struct TextSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    constexpr bool empty() const { return begin == end; }
    constexpr std::size_t size() const { return end - begin; }
    constexpr std::string_view of(std::string_view text) const {
        return text.substr(begin, end - begin);
    }
    friend constexpr bool operator==(const TextSpan&, const TextSpan&) = default;
};

}  // namespace dutylist
