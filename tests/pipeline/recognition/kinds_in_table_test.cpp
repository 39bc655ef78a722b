#include "pipeline/recognition/kinds_in_table.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "tests/support/recognised.h"

using namespace dutylist;
using dutylist::test::Recognised;
using dutylist::test::recognised;
using dutylist::test::SimpleDraft;

namespace {

SimpleDraft titled() {
    SimpleDraft draft;
    draft.paragraph("云川县石梁塘乡").paragraph("2025年7月");
    return draft;
}

std::string kinds(const Recognised& result) {
    std::string joined;
    for (const DutyList& list : result.document.lists)
        joined += (joined.empty() ? "" : " ") + std::string(to_string(list.kind)) + ":" +
                  std::to_string(list.items.size());
    return joined;
}

constexpr std::string_view heads =
    "事项类型|序号|事项类别|事项名称|对应上级部门|上级部门职责|乡镇配合职责|承接部门及工作方式";

}  // namespace

TEST(KindsInTable, AreToldApartThoughAWordAmongTheFirstIsNone) {
    SimpleDraft draft = titled();
    draft.table({heads, "别的|1|党的建设|甲||||", "基本|2|党的建设|乙||||",
                 "其他|3|党的建设|丙||||", "配合|1|民生服务|丁|县民政局|审。|报。|",
                 "收回|1|城乡建设|戊||||县住建局：查处"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(kinds(result), "basic:3 cooperative:1 recalled:1");
    EXPECT_EQ(result.diagnostics.count(Code::list_kind_unknown), 2u);
}

TEST(KindsInTable, AreToldApartThoughMostWordsAreNone) {
    SimpleDraft draft = titled();
    draft.table({heads, "待定|1|党的建设|甲||||", "其他|2|党的建设|乙||||",
                 "不明|3|党的建设|丙||||", "配合|1|民生服务|丁|县民政局|审。|报。|",
                 "收回|1|城乡建设|戊||||县住建局：查处"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(kinds(result), "cooperative:4 recalled:1");
    EXPECT_EQ(result.diagnostics.count(Code::list_kind_unknown), 3U);
}

TEST(KindsInTable, AreToldApartByTheirColumn) {
    SimpleDraft draft = titled();
    draft.table({heads, "基本履职事项|1|党的建设|甲||||",
                 "cooperative|1|民生服务|乙|县民政局|审。|报。|",
                 "上级部门收回事项|1|城乡建设|丙||||县住建局：查处"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(kinds(result), "basic:1 cooperative:1 recalled:1");
    EXPECT_EQ(result.row(0, 0), "1|党的建设|甲");
    EXPECT_EQ(result.row(1, 0), "1|民生服务|乙|县民政局|审。|报。");
    EXPECT_EQ(result.row(2, 0), "1|城乡建设|丙|县住建局：查处");
    EXPECT_FALSE(result.diagnostics.has(Severity::warning));
    EXPECT_EQ(result.diagnostics.count(Code::list_kind_from_column), 1u);
}

TEST(KindsInTable, MayStandOnlyWhereTheyBegin) {
    SimpleDraft draft = titled();
    draft.table({heads, "基本|1|党的建设|甲||||", "|2|党的建设|乙||||",
                 "配合|1|民生服务|丙|县民政局|审。|报。|", "|2|民生服务|丁|县民政局|审。|报。|"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(kinds(result), "basic:2 cooperative:2");
    EXPECT_FALSE(result.warns());
}

TEST(KindsInTable, TellOfARowThatHasNoneWhereOthersHave) {
    SimpleDraft draft = titled();
    draft.table({heads, "基本|1|党的建设|甲||||", "基本|2|党的建设|乙||||", "|3|党的建设|丙||||"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(kinds(result), "basic:3");
    EXPECT_EQ(result.diagnostics.count(Code::list_kind_unknown), 1U);
}

TEST(KindsInTable, KeepAListThatHasNothingButItsHeads) {
    SimpleDraft draft = titled();
    draft.table({"基本履职事项清单||||", "序号|事项名称|||", "配合履职事项清单||||",
                 "序号|事项名称|对应上级部门|上级部门职责|乡镇配合职责",
                 "1|甲|县民政局|审。|报。"});
    EXPECT_EQ(kinds(recognised(draft)), "basic:0 cooperative:1");
}

TEST(KindsInTable, TellAWordThatIsNone) {
    constexpr std::string_view r = "基本|1|党的建设|甲||||";
    SimpleDraft draft = titled();
    // Beyond the fifty rows by which the column is recognised.
    draft.table({heads, r, r, r, r, r, r, r, r, r, r, r, r,
                 r,     r, r, r, r, r, r, r, r, r, r, r, r,
                 r,     r, r, r, r, r, r, r, r, r, r, r, r,
                 r,     r, r, r, r, r, r, r, r, r, r, r, "不详|2|党的建设|丙||||"});
    EXPECT_EQ(recognised(draft).diagnostics.count(Code::list_kind_unknown), 1u);
}

TEST(KindsInTable, LetNumbersRunThroughAllOfThem) {
    SimpleDraft draft = titled();
    draft.table({heads, "基本|1|党的建设|甲||||", "配合|2|民生服务|乙|县民政局|审。|报。|",
                 "基本|3|党的建设|丁||||"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(kinds(result), "basic:2 cooperative:1");
    EXPECT_EQ(result.diagnostics.count(Code::number_gap), 0U);
}

TEST(KindsInTable, AreToldApartByRowsUnderOneHead) {
    SimpleDraft draft = titled();
    draft.table({"序号|事项类别|事项名称|对应上级部门|上级部门职责|乡镇配合职责",
                 "一、基本履职事项（2项）|||||", "1|党的建设|甲|||", "2|党的建设|乙|||",
                 "二、配合履职事项（3项）|||||", "1|民生服务|丙|县民政局|审。|报。"});
    const Recognised result = recognised(draft);
    EXPECT_EQ(kinds(result), "basic:2 cooperative:1");
    EXPECT_EQ(result.row(0, 0), "1|党的建设|甲");
    EXPECT_EQ(result.diagnostics.count(Code::list_count_differs), 1U);
}

TEST(KindsInTable, AreToldByTheNameOfASheetWhoseOtherColumnsAreEmpty) {
    SimpleDraft draft = titled();
    draft.table({"序号|事项名称|对应上级部门|配合职责", "1|甲||"}, "基本")
        .table({"序号|事项名称|对应上级部门|上级部门职责|配合职责", "1|乙|县民政局|审。|报。"},
               "配合");
    EXPECT_EQ(kinds(recognised(draft)), "basic:1 cooperative:1");
}

TEST(KindsInTable, AreNotSeenInAColumnOfCategories) {
    SimpleDraft draft = titled();
    draft.table({"序号|事项类型|事项名称", "1|党的建设|甲", "2|基本|乙"});
    EXPECT_EQ(kinds(recognised(draft)), "basic:2");
}

TEST(KindsInTable, MakeNoCopiesOfHeadsWithoutEnd) {
    DraftTable table;
    const auto row = [](std::initializer_list<std::string> texts) {
        DraftRow made;
        for (const std::string& text : texts) made.cells.push_back({{text, {}, {}}, false});
        return made;
    };
    table.rows.push_back(row({"序号", "事项名称"}));
    for (int i = 0; i < 100'000; ++i) table.rows.push_back(row({"基本"}));
    Diagnostics diagnostics;
    EXPECT_EQ(
        part_by_kind(std::move(table), dutylist::test::synonyms(), diagnostics, nullptr).size(),
        1U);
}
