#include "importers/draft_building/unfinished_row.h"

#include <vector>

#include <gtest/gtest.h>

using dutylist::DraftRow;
using dutylist::ends_in_row;
using dutylist::ends_unlike_other_rows;

namespace {

// Rows of two cells, by the texts of their last ones.
bool are_cut(std::initializer_list<const char*> last_cells) {
    std::vector<DraftRow> rows;
    for (const char* text : last_cells) {
        DraftRow& row = rows.emplace_back();
        row.cells.resize(2);
        row.cells[1].content.text = text;
    }
    return ends_unlike_other_rows(rows);
}

}  // namespace

TEST(UnfinishedRow, IsOneWhoseMarkupIsNotClosed) {
    EXPECT_TRUE(ends_in_row("序号\t事项\n1\t<p>1.负责；2.组"));
    EXPECT_TRUE(ends_in_row("1\t<p>1.负责</p><ol><li>组织"));
    EXPECT_TRUE(ends_in_row("1\t<p>1.负责</"));
    EXPECT_TRUE(ends_in_row("1\t1.负责。<b"));
    EXPECT_TRUE(ends_in_row("1\t1.负责。<"));
    EXPECT_TRUE(ends_in_row("1\t1.负责。<br>"));
}

TEST(UnfinishedRow, IsOneOfPipesWithoutTheLast) {
    EXPECT_TRUE(ends_in_row("| 1 | 甲 |\n| 2 | 乙"));
    EXPECT_TRUE(ends_in_row("| 1 | 甲 |\n| "));
}

TEST(UnfinishedRow, IsNoneThatIsWhole) {
    EXPECT_FALSE(ends_in_row("1\t<p>1.负责</p>"));
    EXPECT_FALSE(ends_in_row("1\t负责\n"));
    EXPECT_FALSE(ends_in_row("| 1 | 甲 |"));
    EXPECT_FALSE(ends_in_row("附：说明"));
    EXPECT_FALSE(ends_in_row(""));
}

TEST(UnfinishedRow, IsOneThatEndsUnlikeTheOthers) {
    EXPECT_TRUE(are_cut({"职责", "审批。", "查处。", ""}));
    EXPECT_TRUE(are_cut({"职责", "审批。", "查处。", "协"}));
    EXPECT_TRUE(are_cut({"职责", "审批。", "查处。", "1.协助。\n2."}));
}

TEST(UnfinishedRow, MayEndAsOtherRowsDo) {
    EXPECT_FALSE(are_cut({"职责", "审批。", "查处。", "协助。"}));
    EXPECT_FALSE(are_cut({"备注", "", "有", ""}));
    EXPECT_FALSE(are_cut({"事项名称", "甲", "乙。", "丙"}));
    EXPECT_FALSE(are_cut({"事项名称", "甲"}));
}
