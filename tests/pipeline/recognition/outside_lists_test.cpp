#include "pipeline/recognition/outside_lists.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "tests/support/recognised.h"

using namespace dutylist;
using dutylist::test::Recognised;
using dutylist::test::recognised;
using dutylist::test::SimpleDraft;

TEST(OutsideLists, FindsTitleUnitAndPeriodOnTheTitlePage) {
    SimpleDraft draft;
    draft.paragraph("天南自治区青岚回族自治州")
        .paragraph("云川县新禾乡")
        .paragraph("履职事项清单")
        .paragraph("二〇二五年七月")
        .table({"序号|事项类别|事项名称", "1|党的建设|甲"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.document.title, "履职事项清单");
    EXPECT_EQ(result.document.unit.full_name(), "天南自治区青岚回族自治州云川县新禾乡");
    EXPECT_EQ(result.document.period.iso(), "2025-07");
    EXPECT_EQ(result.document.title_lines.size(), 4U);
}

TEST(OutsideLists, FindsUnitAndPeriodInTheTitleOfAList) {
    SimpleDraft draft;
    draft.paragraph("云川县新禾乡基本履职事项清单（2025年7月）")
        .table({"序号|事项类别|事项名称", "1|党的建设|甲"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.document.unit.county, "云川县");
    EXPECT_EQ(result.document.unit.township, "新禾乡");
    EXPECT_EQ(result.document.period.iso(), "2025-07");
}

TEST(OutsideLists, TakesNoHeadingOfASheetIntoTheUnit) {
    SimpleDraft draft;
    draft.paragraph("Sheet 1: 目录")
        .paragraph("东岚省景泽市")
        .paragraph("云川县新禾乡")
        .paragraph("履职事项清单")
        .table({"序号|事项类别|事项名称", "1|党的建设|甲"});
    EXPECT_EQ(recognised(draft).document.unit.province, "东岚省");
}

TEST(OutsideLists, PrefersWhatTheUserSays) {
    SimpleDraft draft;
    draft.paragraph("云川县新禾乡基本履职事项清单（2025年7月）")
        .table({"序号|事项类别|事项名称", "1|党的建设|甲"});
    RecognitionSettings settings;
    settings.unit = "江东省/镇河市/临江区/高桥街道";
    settings.period = "2025-08";
    const Recognised result = recognised(draft, settings);
    EXPECT_EQ(result.document.unit.kind(), "街道");
    EXPECT_EQ(result.document.period.iso(), "2025-08");
    EXPECT_EQ(result.diagnostics.count(Code::unit_overridden), 1U);
    EXPECT_EQ(result.diagnostics.count(Code::period_overridden), 1U);
}

TEST(OutsideLists, DoesNotWarnWhereTheUserSaysWhatTheFileSays) {
    SimpleDraft draft;
    draft.paragraph("新禾乡基本履职事项清单（2025年7月）")
        .table({"序号|事项类别|事项名称", "1|党的建设|甲"});
    RecognitionSettings settings;
    settings.unit = "云川县新禾乡";
    settings.period = "2025-07";
    const Recognised result = recognised(draft, settings);
    EXPECT_EQ(result.document.unit.full_name(), "云川县新禾乡");
    EXPECT_FALSE(result.diagnostics.has(Severity::warning));
}

TEST(OutsideLists, NamesTablesThatAreNoLists) {
    SimpleDraft draft;
    draft.table({"姓名|电话", "甲|1"}, "通讯录").table({"序号|类别|事项名称", "1|党的建设|甲"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.document.lists.size(), 1U);
    EXPECT_EQ(result.diagnostics.count(Code::table_passed_over), 1U);
}

TEST(OutsideLists, ReportsTextThatIsNoPartOfAList) {
    SimpleDraft draft;
    draft.table({"序号|类别|事项名称", "1|党的建设|甲"}).paragraph("注：本清单自印发之日起施行。");
    const Recognised result = recognised(draft);
    ASSERT_EQ(result.diagnostics.count(Code::text_passed_over), 1U);
}

TEST(OutsideLists, ReportsAListOfAnotherUnit) {
    SimpleDraft draft;
    draft.paragraph("云川县新禾乡基本履职事项清单")
        .table({"序号|类别|事项名称", "1|党的建设|甲"})
        .paragraph("云川县旧禾镇上级部门收回事项清单")
        .table({"序号|类别|事项名称|承接部门及工作方式", "1|党的建设|乙|县水利局：丙"});
    EXPECT_EQ(recognised(draft).diagnostics.count(Code::unit_differs), 1U);
}

TEST(OutsideLists, ReadsAContentsPageWithoutLeaders) {
    SimpleDraft draft;
    draft.paragraph("履职事项清单")
        .paragraph("目 录")
        .paragraph("1. 基本履职事项清单")
        .paragraph("2. 配合履职事项清单")
        .paragraph("新禾乡基本履职事项清单")
        .table({"序号|类别|事项名称", "1|党的建设|甲"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.document.contents.size(), 2U);
    EXPECT_EQ(result.document.lists[0].title, "新禾乡基本履职事项清单");
}

TEST(OutsideLists, ReadsUnitAndPeriodOfACoverSheet) {
    SimpleDraft draft;
    draft.table({"云川县新禾乡履职事项清单|^云川县新禾乡履职事项清单", "2025年7月|"}, "封面")
        .table({"编制单位|江东省云川县新禾乡", "基本履职事项清单|1"}, "目录")
        .table({"序号|类别|事项名称", "1|党的建设|甲"}, "基本");
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.document.title, "履职事项清单");
    EXPECT_EQ(result.document.unit.township, "新禾乡");
    EXPECT_EQ(result.document.period.iso(), "2025-07");
    EXPECT_EQ(result.document.lists[0].title, "");
}

TEST(OutsideLists, TakesUnitAndPeriodFromCellsWhereNothingElseSaysThem) {
    SimpleDraft draft;
    draft.table({"编制单位|云川县新禾乡", "月份|2025-07"})
        .table({"序号|类别|事项名称", "1|党的建设|甲"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.document.unit.township, "新禾乡");
    EXPECT_EQ(result.document.period.iso(), "2025-07");
}

TEST(OutsideLists, TakesTheFootOfAFormForNoItem) {
    SimpleDraft draft;
    draft.table({"序号|类别|事项名称", "1|党的建设|甲", "单位负责人：|审核人：|填报日期： 年 月 日",
                 "填报人：某某||联系电话："});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.document.lists[0].items.size(), 1U);
    EXPECT_EQ(result.diagnostics.count(Code::text_passed_over), 1U);
}

TEST(OutsideLists, TakesANoteBelowTheRowsForNoItem) {
    SimpleDraft draft;
    draft.table({"序号|类别|事项名称", "1|党的建设|甲", "注：本清单自印发之日起施行。||"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.document.lists[0].items.size(), 1U);
    EXPECT_EQ(result.diagnostics.count(Code::text_passed_over), 1U);
}

TEST(OutsideLists, TakesNoNameOfAPagesNavigationForTheUnit) {
    SimpleDraft draft;
    for (std::string_view line : {"首页", "新闻", "旧禾镇", "北坡乡", "南山乡", "公开", "互动",
                                  "服务", "搜索", "无障碍", "登录", "注册", "帮助"})
        draft.paragraph(line);
    draft.paragraph("云川县新禾乡履职事项清单")
        .paragraph("发布时间：2025年7月3日")
        .table({"序号|类别|事项名称", "1|党的建设|甲"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(result.document.unit.full_name(), "云川县新禾乡");
    EXPECT_EQ(result.document.period.iso(), "2025-07");
    EXPECT_EQ(result.document.title_lines.size(), 2U);
    EXPECT_EQ(result.diagnostics.count(Code::text_passed_over), 13U);
}

TEST(OutsideLists, FindTheUnitInALineOfTwoOffices) {
    SimpleDraft draft;
    draft.paragraph("中共云川县新禾乡委员会 云川县新禾乡人民政府")
        .paragraph("履职事项清单")
        .paragraph("2025年7月")
        .table({"序号|事项名称", "1|甲"});
    EXPECT_EQ(recognised(draft).document.unit.full_name(), "云川县新禾乡");
}

TEST(OutsideLists, FindsTheUnitInTheNamesOfOffices) {
    SimpleDraft draft;
    draft.paragraph("中共云川县新禾乡委员会")
        .paragraph("云川县新禾乡人民政府")
        .paragraph("履职事项清单")
        .table({"序号|类别|事项名称", "1|党的建设|甲"});
    EXPECT_EQ(recognised(draft).document.unit.full_name(), "云川县新禾乡");
}

TEST(OutsideLists, PassesOverLinesThatSayAgainWhatIsKnown) {
    SimpleDraft draft;
    draft
        .table({"云川县新禾乡基本履职事项清单||", "2025年7月||", "序号|类别|事项名称",
                "1|党的建设|甲"})
        .table({"云川县新禾乡上级部门收回事项清单|||", "填报单位：云川县新禾乡|||2025 年 7 月",
                "序号|类别|事项名称|承接部门及工作方式", "1|党的建设|乙|县水利局：丙"});
    EXPECT_FALSE(recognised(draft).diagnostics.has(Severity::warning));
}

TEST(OutsideLists, ReportsAnotherMonth) {
    SimpleDraft draft;
    draft.paragraph("2025年7月")
        .table({"序号|类别|事项名称", "1|党的建设|甲"})
        .paragraph("2025年8月");
    EXPECT_EQ(recognised(draft).diagnostics.count(Code::period_differs), 1U);
}

TEST(OutsideLists, RefusesAMonthThatIsNone) {
    SimpleDraft draft;
    draft.table({"序号|事项类别|事项名称", "1|党的建设|甲"});
    RecognitionSettings settings;
    settings.period = "上个月";
    try {
        recognised(draft, settings);
        FAIL() << "not refused";
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().code, Code::period_not_understood);
    }
}
