#include <gtest/gtest.h>

#include "pipeline/check/proofread.h"
#include "pipeline/check/rule.h"
#include "pipeline/diagnostics/codes.h"
#include "tests/support/real_list.h"

namespace dutylist::check {
namespace {

Document document_with(const std::string& duties) {
    return dutylist::test::read_list_text(
               "序号\t事项类别\t事项名称\t对应上级部门\t上级部门职责\t乡镇配合职责\n"
               "7\t平安法治\t收养登记\t青石县民政局\t" +
               duties + "\t组织实施。\n")
        .document;
}

std::size_t count(const std::vector<Finding>& findings, Code rule) {
    std::size_t found = 0;
    for (const Finding& finding : findings) found += finding.rule == rule ? 1 : 0;
    return found;
}

TEST(OfficeSettings, TurnARuleOff) {
    Office office;
    office.rules.push_back({"mark.half-width", false, ""});
    const Document document = document_with("开展宣传;组织实施。");
    EXPECT_EQ(count(proofread(document, {}), Code::mark_half_width), 1u);
    EXPECT_EQ(count(proofread(document, office), Code::mark_half_width), 0u);
}

TEST(OfficeSettings, ChangeASeverity) {
    Office office;
    office.rules.push_back({"mark.half-width", true, "error"});
    const auto findings = proofread(document_with("开展宣传;组织实施。"), office);
    for (const Finding& finding : findings) {
        const bool concerned = finding.rule == Code::mark_half_width;
        EXPECT_EQ(finding.severity == Severity::error, concerned);
    }
    EXPECT_EQ(count_by_severity(findings)[0], 1u);
}

TEST(OfficeSettings, SuppressARuleForAnItem) {
    Office office;
    office.suppressions.push_back({"mark.half-width", "cooperative", "7", "原文如此"});
    const Document document = document_with("开展宣传;组织实施。");
    EXPECT_EQ(count(proofread(document, office), Code::mark_half_width), 0u);
    office.suppressions.front().number = "8";
    EXPECT_EQ(count(proofread(document, office), Code::mark_half_width), 1u);
    office.suppressions.front() = {"mark.half-width", "basic", "", "原文如此"};
    EXPECT_EQ(count(proofread(document, office), Code::mark_half_width), 1u);
}

TEST(OfficeSettings, LetOwnTermsStand) {
    Office office;
    office.terms.push_back("“数字工程规则”平台");
    const Document document = document_with("使用“数字工程规则”平台。");
    EXPECT_EQ(count(proofread(document, {}), Code::text_confusion), 1u);
    EXPECT_EQ(count(proofread(document, office), Code::text_confusion), 0u);
}

TEST(OfficeSettings, JoinDepartmentsByTheDictionary) {
    const std::string rows =
        "新省青石县云川乡履职事项清单\n序号\t事项类别\t事项名称\t对应上级部门\t上级部门职责\t乡镇配"
        "合职责\n"
        "1\t平安法治\t甲\t青石县应急管理局\t制定方案。\t组织实施。\n"
        "2\t平安法治\t乙\t青石县应急局\t制定方案。\t组织实施。\n";
    const Document document = dutylist::test::read_list_text(rows).document;
    EXPECT_EQ(count(proofread(document, {}), Code::department_similar), 1u);
    Office office;
    office.departments.add("青石县应急管理局", "青石县应急局");
    EXPECT_EQ(count(proofread(document, office), Code::department_similar), 0u);
}

TEST(Proofread, TakesUpWhatReadingFound) {
    const auto reading =
        dutylist::test::read_list_text("序号\t事项类别\t事项名称\n1\t平安法治\t收养\x07登记\n");
    const auto findings = proofread(reading.document, {}, reading.diagnostics);
    ASSERT_EQ(count(findings, Code::text_control_character), 1u);
    EXPECT_EQ(findings.front().source.line, 2u);
}

}  // namespace
}  // namespace dutylist::check
