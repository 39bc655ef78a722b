#include "pipeline/recognition/stated_counts.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "tests/support/recognised.h"

using namespace dutylist;
using dutylist::test::Recognised;
using dutylist::test::recognised;
using dutylist::test::SimpleDraft;

namespace {

constexpr std::string_view heads = "序号|事项类别|事项名称";

}  // namespace

TEST(StatedCounts, TellsAListThatOnlyTheContentsPageHas) {
    SimpleDraft draft;
    draft.paragraph("云川县石梁塘乡").paragraph("2025年7月").paragraph("目录");
    draft.paragraph("1. 基本履职事项清单.....1").paragraph("2. 配合履职事项清单.....9");
    draft.paragraph("基本履职事项清单").table({heads, "1|党的建设|甲"});
    EXPECT_EQ(recognised(draft).diagnostics.count(Code::list_promised), 1U);
}

TEST(StatedCounts, ComparesTheCountInATitle) {
    SimpleDraft draft;
    draft.paragraph("基本履职事项清单（共3项）").table({heads, "1|党的建设|甲", "2|党的建设|乙"});
    EXPECT_EQ(recognised(draft).diagnostics.count(Code::list_count_differs), 1U);
}

TEST(StatedCounts, UnderstandsALineThatStatesTheCount) {
    SimpleDraft right;
    right.paragraph("基本履职事项清单")
        .paragraph("（共2项）")
        .table({heads, "1|党的建设|甲", "2|党的建设|乙"});
    const Recognised result = recognised(right);
    EXPECT_EQ(result.diagnostics.count(Code::list_count_differs), 0U);
    EXPECT_EQ(result.diagnostics.count(Code::text_passed_over), 0U);
    SimpleDraft wrong;
    wrong.paragraph("基本履职事项清单").table({heads, "1|党的建设|甲"}).paragraph("共106项");
    EXPECT_EQ(recognised(wrong).diagnostics.count(Code::list_count_differs), 1U);
}
