#include "pipeline/analysis/affix_table.h"

#include <gtest/gtest.h>

namespace dutylist {
namespace {

TEST(AffixTable, FindsTheLongestTextThatAnotherBeginsWith) {
    AffixTable table(AffixTable::At::begin);
    table.add("民政", 0);
    table.add("民政局", 1);
    table.add("民政局办公室", 2);
    const auto match = table.longest("民政局负责登记");
    ASSERT_TRUE(match);
    EXPECT_EQ(match->text, "民政局");
    EXPECT_EQ(match->number, 1u);
    EXPECT_FALSE(table.longest("县民政局"));
    EXPECT_FALSE(table.longest("民"));
}

TEST(AffixTable, FindsTheFirstOfThoseThatAnotherEndsWith) {
    AffixTable table(AffixTable::At::end);
    table.add("局", 2);
    table.add("县民政局", 1);
    table.add("民政局", 3);
    const auto match = table.smallest_number("云川县民政局");
    ASSERT_TRUE(match);
    EXPECT_EQ(match->text, "县民政局");
    EXPECT_FALSE(table.smallest_number("县民政局办公室"));
}

TEST(AffixTable, KeepsTheFirstNumberOfATextThatIsGivenTwice) {
    AffixTable table(AffixTable::At::begin);
    table.add("民政局", 4);
    table.add("民政局", 2);
    EXPECT_EQ(table.longest("民政局")->number, 4u);
}

TEST(AffixTable, FindsTheEmptyTextInEveryOther) {
    AffixTable table(AffixTable::At::end);
    table.add("", 7);
    EXPECT_EQ(table.smallest_number("民政局")->number, 7u);
}

}  // namespace
}  // namespace dutylist
