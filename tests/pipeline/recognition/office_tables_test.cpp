#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "tests/support/recognised.h"

using namespace dutylist;
using dutylist::test::Recognised;
using dutylist::test::recognised;
using dutylist::test::SimpleDraft;

// Tables as offices lay them out.

namespace {

constexpr std::string_view basic = "序号|事项类别|事项名称";
constexpr std::string_view cooperative = "序号|事项名称|对应上级部门|上级部门职责|乡镇配合职责";

SimpleDraft titled(std::string_view title) {
    SimpleDraft draft;
    draft.paragraph("云川县石梁塘乡").paragraph("2025年7月").paragraph(title);
    return draft;
}

std::string items(const Recognised& result) {
    std::string joined;
    for (std::size_t i = 0; i < result.document.lists.at(0).items.size(); ++i)
        joined += (i == 0 ? "" : " / ") + result.row(0, i);
    return joined;
}

}  // namespace

TEST(OfficeTables, ColumnsSideBySideAreOneList) {
    SimpleDraft draft = titled("基本履职事项清单");
    draft.table({"序号|事项名称|序号|事项名称", "1|甲|3|丙", "2|乙|4|丁"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(items(result), "1|甲 / 2|乙 / 3|丙 / 4|丁");
    EXPECT_FALSE(result.warns());
}

TEST(OfficeTables, ColumnsSideBySideMayBeReadRowByRow) {
    SimpleDraft draft = titled("基本履职事项清单");
    draft.table({"序号|事项名称||序号|事项名称", "1|甲||2|乙", "3|丙||4|丁", "5|戊|||"});
    EXPECT_EQ(items(recognised(draft)), "1|甲 / 2|乙 / 3|丙 / 4|丁 / 5|戊");
}

TEST(OfficeTables, ColumnsSideBySideMayHaveTheirHeadsOnEachPage) {
    SimpleDraft draft = titled("基本履职事项清单");
    draft.table(
        {"序号|事项名称|序号|事项名称", "1|甲|2|乙", "序号|事项名称|序号|事项名称", "3|丙|4|丁"});
    EXPECT_EQ(items(recognised(draft)), "1|甲 / 2|乙 / 3|丙 / 4|丁");
}

TEST(OfficeTables, RowsThatAddUpAreNoItems) {
    SimpleDraft draft = titled("基本履职事项清单");
    draft.table({basic, "1|党的建设|甲", "小计||1项", "2|经济发展|乙", "小计||1项", "合计||2项"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(items(result), "1|党的建设|甲 / 2|经济发展|乙");
    EXPECT_FALSE(result.warns());
}

TEST(OfficeTables, RowsThatAddUpWronglyAreTold) {
    SimpleDraft draft = titled("基本履职事项清单");
    draft.table({basic, "1|党的建设|甲", "小计||2项", "2|经济发展|乙", "合计||3"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.diagnostics.count(Code::group_count_differs), 1U);
    EXPECT_EQ(result.diagnostics.count(Code::list_count_differs), 1U);
}

TEST(OfficeTables, ARowWithoutNumberAndNameGoesOnWithTheOneAbove) {
    SimpleDraft draft = titled("配合履职事项清单");
    draft.table({cooperative, "1|甲|县民政局|1.审批|1.报告。"})
        .table({cooperative, "|||事项；|2.协助。", "2|乙|县财政局|审。|报。"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(items(result),
              "1|甲|县民政局|1.审批事项；|1.报告。\n2.协助。 / 2|乙|县财政局|审。|报。");
    EXPECT_EQ(result.diagnostics.count(Code::unnamed_row_joined), 1U);
}

TEST(OfficeTables, AContinuedRowThatRepeatsItsNameHasItOnce) {
    SimpleDraft draft = titled("配合履职事项清单");
    draft.table({cooperative, "1|甲|县民政局|1.审批|1.报告。", "1续|甲|县民政局|事项；|2.协助。"});
    EXPECT_EQ(items(recognised(draft)), "1|甲|县民政局|1.审批事项；|1.报告。\n2.协助。");
}

TEST(OfficeTables, HeadsOfTwoLevelsMaySayTheirSideBelow) {
    SimpleDraft draft = titled("配合履职事项清单");
    draft.table({"序号|事项名称|对应上级部门|职责分工|<职责分工",
                 "^序号|^事项名称|^对应上级部门|上级部门|乡镇", "1|甲|县民政局|审。|报。"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(items(result), "1|甲|县民政局|审。|报。");
    EXPECT_EQ(result.roles(0), "number name departments superior_duties township_duties");
}

TEST(OfficeTables, ATableWithoutNamesAboveTheNextListIsTold) {
    SimpleDraft draft;
    draft.paragraph("云川县石梁塘乡").paragraph("2025年7月");
    draft.table({"基本履职事项清单||||", "序号|事项类别|||", "1|党的建设|||", "2|党的建设|||",
                 "配合履职事项清单||||", cooperative, "1|甲|县民政局|审。|报。"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(items(result), "1|甲|县民政局|审。|报。");
    EXPECT_EQ(result.diagnostics.count(Code::table_of_text_passed_over), 1U);
}
