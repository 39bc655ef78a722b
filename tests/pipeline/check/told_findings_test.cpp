#include "pipeline/check/told_findings.h"

#include <gtest/gtest.h>

#include "exporters/proof/findings_json.h"
#include "exporters/proof/findings_text.h"
#include "exporters/proof/sarif.h"
#include "pipeline/check/proofread.h"
#include "pipeline/diagnostics/codes.h"
#include "tests/support/real_list.h"

namespace dutylist::check {
namespace {

constexpr std::size_t most = Diagnostics::most_alike;

// A list of so many items, each with one half-width mark, and no other defect of that kind.
Document list_with_marks(std::size_t items) {
    std::string text = "序号\t事项类别\t事项名称\t对应上级部门\t上级部门职责\t乡镇配合职责\n";
    for (std::size_t i = 1; i <= items; ++i) {
        text += std::to_string(i) + "\t平安法治\t收养登记第" + std::to_string(i) +
                "类\t青石县民政局\t审核材料,上报。\t组织实施。\n";
    }
    return test::read_list_text(text).document;
}

std::vector<Finding> half_width_marks(const Document& document) {
    std::vector<Finding> findings = proofread(document, {});
    std::erase_if(findings,
                  [](const Finding& finding) { return finding.rule != Code::mark_half_width; });
    return findings;
}

TEST(ToldFindings, AreAllFindingsWhereNoRuleHasMany) {
    const Document document = list_with_marks(most);
    const std::vector<Finding> findings = half_width_marks(document);
    ASSERT_EQ(findings.size(), most);
    EXPECT_EQ(told_findings(findings), findings);
}

TEST(ToldFindings, EndWithTheNumberOfThoseThatAreNotTold) {
    const Document document = list_with_marks(most + 5);
    const std::vector<Finding> findings = half_width_marks(document);
    ASSERT_EQ(findings.size(), most + 5);
    const std::vector<Finding> told = told_findings(findings);
    ASSERT_EQ(told.size(), most + 1);
    EXPECT_EQ(told.back().place, findings[most].place);
    EXPECT_EQ(subject_of(told.back()), Code::mark_half_width);
    EXPECT_EQ(counted_by(told.back()), 5u);
    EXPECT_EQ(counted_by(told.front()), 0u);
    EXPECT_EQ(told.back().suggestion, std::nullopt);
    EXPECT_EQ(message_of(told.back(), Language::chinese),
              "从这里起还有 5 处 mark.half-width，不再逐一列出，请一并核对。");
}

TEST(ToldFindings, OfOtherRulesAreToldBehindThem) {
    std::vector<Finding> findings(most + 2);
    for (Finding& finding : findings) finding.rule = Code::mark_half_width;
    findings.back().rule = Code::mark_space;
    const std::vector<Finding> told = told_findings(findings);
    ASSERT_EQ(told.size(), most + 2);
    EXPECT_EQ(told.back().rule, Code::mark_space);
}

TEST(ToldFindings, AreWhatEveryFormTellsBesideTheFullCount) {
    const Document document = list_with_marks(most + 5);
    const std::vector<ProofedDocument> proofed{{document, half_width_marks(document)}};
    const std::string text =
        proof::make_text(proofed, proof::TextSettings{Language::english, false});
    EXPECT_NE(text.find("205 places"), std::string::npos) << text.substr(0, 200);
    EXPECT_NE(text.find("there are 5 more of mark.half-width"), std::string::npos);
    JsonWriter json;
    proof::write_findings(json, proofed, Language::english);
    EXPECT_NE(json.finish().find(R"("counted": {"rule": "mark.half-width", "count": 5})"),
              std::string::npos);
    EXPECT_NE(proof::make_sarif(proofed, Language::english).find("\"occurrenceCount\": 5"),
              std::string::npos);
}

}  // namespace
}  // namespace dutylist::check
