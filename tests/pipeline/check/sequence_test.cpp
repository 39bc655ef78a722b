#include "pipeline/check/sequence.h"

#include <gtest/gtest.h>

namespace dutylist::check {
namespace {

using Kind = SequenceFault::Kind;
using Faults = std::vector<SequenceFault>;

Faults faults(std::vector<std::uint32_t> numbers) { return sequence_faults(numbers); }

TEST(Sequence, OfOneTwoThreeIsRight) {
    EXPECT_TRUE(faults({1, 2, 3}).empty());
    EXPECT_TRUE(faults({}).empty());
}

TEST(Sequence, WithANumberLeftOutHasOneFault) {
    EXPECT_EQ(faults({1, 2, 4, 5}), (Faults{{Kind::gap, 2, 3}}));
    EXPECT_EQ(faults({2, 3}), (Faults{{Kind::gap, 0, 1}}));
}

TEST(Sequence, WithAWrongNumberHasOneFault) {
    EXPECT_EQ(faults({1, 2, 9, 4}), (Faults{{Kind::gap, 2, 3}}));
    EXPECT_EQ(faults({1, 2, 2, 4}), (Faults{{Kind::repeated, 2, 3}}));
}

TEST(Sequence, WithANumberTooManyHasOneFault) {
    EXPECT_EQ(faults({1, 2, 2, 3}), (Faults{{Kind::repeated, 2, 3}}));
}

TEST(Sequence, SwappedHasOneFault) {
    EXPECT_EQ(faults({1, 3, 2, 4}), (Faults{{Kind::order, 1, 2}}));
    EXPECT_EQ(faults({3, 1, 2, 4}), (Faults{{Kind::order, 0, 1}}));
}

TEST(Sequence, ThatStartsAgainHasOneFault) {
    EXPECT_EQ(faults({1, 2, 3, 1, 2}), (Faults{{Kind::repeated, 3, 4}}));
}

}  // namespace
}  // namespace dutylist::check
