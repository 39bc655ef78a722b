#include "pipeline/text/likeness.h"

#include <gtest/gtest.h>

namespace dutylist {
namespace {

TEST(Overlap, CountsWhatBothHaveAsOftenAsBothHaveIt) {
    const std::vector<int> a{1, 2, 2, 5};
    const std::vector<int> b{2, 2, 2, 5, 7};
    EXPECT_EQ(overlap(a, b).common, 3u);
    EXPECT_DOUBLE_EQ(overlap(a, b).dice(), 6.0 / 9);
    EXPECT_DOUBLE_EQ(overlap(a, b).jaccard(), 3.0 / 6);
}

TEST(Overlap, OfNothingIsWhole) {
    const std::vector<int> none;
    EXPECT_EQ(overlap(none, none).dice(), 1);
    EXPECT_EQ(overlap(none, none).jaccard(), 1);
}

TEST(Likeness, PassesOverWhiteSpace) {
    EXPECT_EQ(likeness(CharacterPairs("党的 建设"), CharacterPairs("党的建设")), 1);
    EXPECT_EQ(likeness(CharacterPairs("党的建设"), CharacterPairs("水利")), 0);
}

}  // namespace
}  // namespace dutylist
