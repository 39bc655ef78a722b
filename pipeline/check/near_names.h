#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dutylist::check {

// How many characters the shorter of two names has at least, so that they are near: names of equal
// length that differ in one character, names of which one lacks one or two of the other's.
struct Nearness {
    std::size_t replaced = 0;
    std::size_t one_lost = 0;
    std::size_t two_lost = 0;
};

// Finds among many names one that is near another, without comparing each with each: two names are
// near where they become one by leaving characters out, and it is these rests that are looked up.
// A name takes time in proportion to the square of its length; one of more than `longest`
// characters is near its equals only.
class NearNames {
public:
    static constexpr std::size_t longest = 40;

    explicit NearNames(Nearness nearness) : nearness_(nearness) {}

    // Names that come first are preferred. Two of one group are never told as near.
    void add(std::u32string_view name, std::uint32_t group);

    // The first name added that is near this one, by its number in the order of adding.
    std::optional<std::uint32_t> first_near(std::u32string_view name, std::uint32_t group) const;

private:
    // The first two of different groups: one of them is of another group than who asks.
    struct Firsts {
        std::array<std::uint32_t, 2> names{};
        std::array<std::uint32_t, 2> groups{};
        std::uint32_t size = 0;
    };
    using Index = std::unordered_map<std::u32string, Firsts>;

    template <typename Function>
    void for_each_shortened(std::u32string_view name, Function&& function) const;

    Nearness nearness_;
    std::uint32_t size_ = 0;
    Index whole_;      // names as they are
    Index shortened_;  // what is left without one character, or two
    Index replaced_;   // what is left beside one character, which a zero stands for
};

}  // namespace dutylist::check
