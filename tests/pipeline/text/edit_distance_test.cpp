#include "pipeline/text/edit_distance.h"

#include <gtest/gtest.h>

namespace dutylist {
namespace {

TEST(EditDistance, CountsCharactersPutInTakenOutAndChanged) {
    EXPECT_EQ(edit_distance(U"", U"水利局", 9), 3u);
    EXPECT_EQ(edit_distance(U"水利局", U"水务局", 9), 1u);
    EXPECT_EQ(edit_distance(U"市场监督管理局", U"市场监管局", 9), 2u);
    EXPECT_EQ(edit_distance(U"林草局", U"林草局", 0), 0u);
}

TEST(EditDistance, StopsBeyondItsLimit) {
    EXPECT_EQ(edit_distance(U"convert", U"archive", 2), 3u);
    EXPECT_EQ(edit_distance(U"a", U"abcdef", 2), 3u);
}

TEST(EditDistance, ASwapIsOneStepWhereItIsAsked) {
    EXPECT_EQ(edit_distance(U"chekc", U"check", 9), 2u);
    EXPECT_EQ(edit_distance(U"chekc", U"check", 9, Swaps::one_step), 1u);
    EXPECT_EQ(edit_distance(U"ba", U"ab", 1, Swaps::one_step), 1u);
    EXPECT_EQ(edit_distance(U"badc", U"abcd", 2, Swaps::one_step), 2u);
}

}  // namespace
}  // namespace dutylist
