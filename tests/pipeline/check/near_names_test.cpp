#include "pipeline/check/near_names.h"

#include <random>

#include <gtest/gtest.h>

#include "pipeline/check/similarity.h"
#include "pipeline/text/edit_distance.h"

namespace dutylist::check {
namespace {

constexpr Nearness nearness{.replaced = 4, .one_lost = 3, .two_lost = 5};

// What near means, told by comparing two names with each other.
bool are_near(std::u32string_view a, std::u32string_view b) {
    if (a == b) return true;
    if (a.size() > b.size()) std::swap(a, b);
    const std::size_t lost = b.size() - a.size();
    if (lost == 0) return a.size() >= nearness.replaced && edit_distance(a, b, 1) == 1;
    const bool long_enough = (lost == 1 && a.size() >= nearness.one_lost) ||
                             (lost == 2 && a.size() >= nearness.two_lost);
    return long_enough && is_subsequence(a, b);
}

std::u32string random_name(std::mt19937& random) {
    std::u32string name;
    for (std::size_t length = 2 + random() % 6; length > 0; --length)
        name += U"甲乙丙"[random() % 3];
    return name;
}

TEST(NearNames, FindTheFirstThatComparingEachWithEachFinds) {
    std::mt19937 random(7);
    std::size_t near = 0;
    for (int round = 0; round < 60; ++round) {
        std::vector<std::u32string> names;
        NearNames index(nearness);
        for (std::uint32_t i = 0; i < 12; ++i) {
            names.push_back(random_name(random));
            index.add(names.back(), i / 2);
        }
        for (std::uint32_t asking = 0; asking < names.size(); ++asking) {
            std::optional<std::uint32_t> first;
            for (std::uint32_t i = 0; i < names.size() && !first; ++i) {
                if (i / 2 != asking / 2 && are_near(names[i], names[asking])) first = i;
            }
            EXPECT_EQ(index.first_near(names[asking], asking / 2), first) << round;
            near += first ? 1 : 0;
        }
    }
    EXPECT_GT(near, 50u);
}

TEST(NearNames, KnowOnlyEqualsOfLongNames) {
    const std::u32string name(NearNames::longest + 1, U'甲');
    NearNames index(nearness);
    index.add(name, 0);
    EXPECT_EQ(index.first_near(name, 1), 0u);
    EXPECT_EQ(index.first_near(name + U"乙", 1), std::nullopt);
}

}  // namespace
}  // namespace dutylist::check
