#pragma once

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

namespace dutylist {

// Texts of rows, put together while compiling so that the rows can refer to them.

template <std::size_t size>
constexpr std::array<char, size> put_together(std::initializer_list<std::string_view> texts) {
    std::array<char, size> characters{};
    char* at = characters.data();
    for (const std::string_view text : texts) at = std::copy(text.begin(), text.end(), at);
    return characters;
}

template <std::size_t size>
constexpr std::string_view view(const std::array<char, size>& characters) {
    return {characters.data(), size};
}

}  // namespace dutylist
