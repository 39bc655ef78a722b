#include "importers/draft_building/unfinished_row.h"

#include <gtest/gtest.h>

using dutylist::ends_in_row;

TEST(UnfinishedRow, IsOneWhoseMarkupIsNotClosed) {
    EXPECT_TRUE(ends_in_row("序号\t事项\n1\t<p>1.负责；2.组"));
    EXPECT_TRUE(ends_in_row("1\t<p>1.负责</p><ol><li>组织"));
    EXPECT_TRUE(ends_in_row("1\t<p>1.负责</"));
}

TEST(UnfinishedRow, IsOneOfPipesWithoutTheLast) {
    EXPECT_TRUE(ends_in_row("| 1 | 甲 |\n| 2 | 乙"));
}

TEST(UnfinishedRow, IsNoneThatIsWhole) {
    EXPECT_FALSE(ends_in_row("1\t<p>1.负责</p>"));
    EXPECT_FALSE(ends_in_row("1\t负责\n"));
    EXPECT_FALSE(ends_in_row("| 1 | 甲 |"));
    EXPECT_FALSE(ends_in_row("附：说明"));
    EXPECT_FALSE(ends_in_row(""));
}
