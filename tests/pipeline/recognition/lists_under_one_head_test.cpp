#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "tests/support/recognised.h"

using namespace dutylist;
using dutylist::test::Recognised;
using dutylist::test::recognised;
using dutylist::test::SimpleDraft;

namespace {

constexpr std::string_view heads =
    "序号|事项类别|事项名称|对应上级部门|上级部门职责|乡镇配合职责|承接部门及工作方式";
constexpr std::string_view basic = "1|党的建设|甲||||";
constexpr std::string_view cooperative = "1|民生服务|乙|县民政局|审。|报。|";
constexpr std::string_view recalled = "1|城乡建设|丙||||县住建局：查处";

SimpleDraft titled() {
    SimpleDraft draft;
    draft.paragraph("云川县石梁塘乡").paragraph("2025年7月");
    return draft;
}

void expect_three_lists(SimpleDraft& draft) {
    const Recognised result = recognised(draft);
    ASSERT_EQ(result.document.lists.size(), 3U);
    EXPECT_EQ(result.document.lists[0].kind, ListKind::basic);
    EXPECT_EQ(result.document.lists[1].kind, ListKind::cooperative);
    EXPECT_EQ(result.document.lists[2].kind, ListKind::recalled);
    EXPECT_EQ(result.row(0, 0), "1|党的建设|甲");
    EXPECT_EQ(result.row(1, 0), "1|民生服务|乙|县民政局|审。|报。");
    EXPECT_EQ(result.row(2, 0), "1|城乡建设|丙|县住建局：查处");
    EXPECT_FALSE(result.diagnostics.has(Severity::warning));
}

}  // namespace

TEST(ListsUnderOneHead, AreTablesOfTheirOwnBelowTheKindsAsHeadings) {
    SimpleDraft draft = titled();
    draft.paragraph("一、基本履职事项（1项）").table({heads, basic});
    draft.paragraph("二、配合履职事项（1项）").table({cooperative});
    draft.paragraph("三、上级部门收回事项（1项）").table({recalled});
    expect_three_lists(draft);
}

TEST(ListsUnderOneHead, MayStandBelowHeadsThatAreATableOfTheirOwn) {
    SimpleDraft draft = titled();
    draft.table({heads});
    draft.paragraph("一、基本履职事项（1项）").table({basic});
    draft.paragraph("二、配合履职事项（1项）").table({cooperative});
    draft.paragraph("三、上级部门收回事项（1项）").table({recalled});
    expect_three_lists(draft);
}

TEST(ListsUnderOneHead, MayBeginBelowTheirTitlesInTheSameTable) {
    SimpleDraft draft = titled();
    draft.table({"云川县石梁塘乡基本履职事项清单||||||", heads, basic,
                 "云川县石梁塘乡配合履职事项清单||||||", cooperative,
                 "云川县石梁塘乡上级部门收回事项清单||||||", recalled});
    expect_three_lists(draft);
}

TEST(ListsUnderOneHead, MayEachHaveTheHeadsOfAllKinds) {
    SimpleDraft draft = titled();
    draft.paragraph("基本履职事项清单").table({heads, basic});
    draft.paragraph("配合履职事项清单").table({heads, cooperative});
    draft.paragraph("上级部门收回事项清单").table({heads, recalled});
    expect_three_lists(draft);
}

TEST(ListsUnderOneHead, AreToldByNamesThatAreNothingButTheKind) {
    SimpleDraft draft = titled();
    draft.paragraph("基本").table({heads, basic}).paragraph("配合").table({cooperative});
    draft.paragraph("收回").table({recalled});
    expect_three_lists(draft);
}

TEST(ListsUnderOneHead, GoOnWithTheirKindOnTheNextPage) {
    SimpleDraft draft = titled();
    draft.paragraph("基本履职事项清单").table({heads, basic}).table({heads, "2|党的建设|丁||||"});
    const Recognised result = recognised(draft);
    ASSERT_EQ(result.document.lists.size(), 1U);
    EXPECT_EQ(result.row(0, 1), "2|党的建设|丁");
}

TEST(ListsUnderOneHead, KeepColumnsThatHoldText) {
    SimpleDraft draft = titled();
    draft.paragraph("基本履职事项清单").table({heads, "1|党的建设|甲|县民政局|||"});
    EXPECT_EQ(recognised(draft).row(0, 0), "1|党的建设|甲|县民政局");
}

TEST(ListsUnderOneHead, AreNotGuessedWhereARowIsWiderThanTheHeads) {
    SimpleDraft draft = titled();
    draft.paragraph("基本履职事项清单").table({"序号|事项类别|事项名称", "1|党的建设|甲"});
    draft.paragraph("配合履职事项清单").table({"1|民生服务|乙|县民政局|审。|报。"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.document.lists.size(), 1U);
    EXPECT_EQ(result.diagnostics.count(Code::table_of_text_passed_over), 1U);
}
