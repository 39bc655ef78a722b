#include "pipeline/recognition/list_checks.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "tests/support/recognised.h"

using namespace dutylist;
using dutylist::test::Recognised;
using dutylist::test::recognised;
using dutylist::test::SimpleDraft;

TEST(ListChecks, NameTheColumnThatAListCannotBeWithout) {
    SimpleDraft draft;
    draft.paragraph("配合履职事项清单").table({"序号|事项|主管|配合职责", "1|甲|县局|报。"});
    const Recognised result = recognised(draft);
    ASSERT_EQ(result.diagnostics.count(Code::column_missing), 2U);
    for (const Diagnostic& diagnostic : result.diagnostics.entries()) {
        if (diagnostic.code != Code::column_missing) continue;
        EXPECT_EQ(diagnostic.arguments.at(0), "配合履职事项清单");
        EXPECT_NE(diagnostic.message(Language::chinese).find("事项=事项名称、主管=？"),
                  std::string::npos);
    }
}

TEST(ListChecks, AskARecalledListWhoTakesOver) {
    SimpleDraft draft;
    draft.paragraph("上级部门收回事项清单").table({"序号|事项名称", "1|甲"});
    EXPECT_EQ(recognised(draft).diagnostics.count(Code::column_missing), 1U);
}

TEST(ListChecks, TellAnItemWithoutName) {
    SimpleDraft draft;
    draft.paragraph("基本履职事项清单").table({"序号|事项类别|事项名称", "1|党建|甲", "2|党建|"});
    EXPECT_EQ(recognised(draft).diagnostics.count(Code::name_missing), 1U);
}

TEST(ListChecks, CallAListWithoutTitleByItsKind) {
    SimpleDraft draft;
    draft.table({"序号|事项名称", "一、党的建设（1项）|<一、党的建设（1项）", "1|甲"});
    const Recognised result = recognised(draft);
    for (const Diagnostic& diagnostic : result.diagnostics.entries()) {
        if (diagnostic.code != Code::category_from_group_rows) continue;
        EXPECT_EQ(diagnostic.message(Language::chinese),
                  "“基本履职事项清单”的事项类别取自分组行。");
        EXPECT_EQ(diagnostic.message(Language::english),
                  "The categories of “basic list” were taken from its group rows.");
    }
    EXPECT_EQ(result.diagnostics.count(Code::category_from_group_rows), 1U);
}
