#include "pipeline/check/fix.h"

#include <gtest/gtest.h>

#include "pipeline/check/proofread.h"
#include "tests/support/document_generator.h"
#include "tests/support/planted_errors.h"
#include "tests/support/real_list.h"

namespace dutylist::check {
namespace {

using dutylist::test::read_list_text;

Document list_with_duties(const std::string& duties) {
    return read_list_text(
               "序号\t事项类别\t事项名称\t对应上级部门\t上级部门职责\t乡镇配合职责\n"
               "1\t平安法治\t收养登记\t青石县民政局\t" +
               duties + "\t组织实施。\n")
        .document;
}

std::string fixed_duties(const std::string& duties) {
    const Document document = list_with_duties(duties);
    const Fixed fixed = apply_fixes(document, proofread(document, {}));
    return fixed.document.lists.at(0).items.at(0).cells.at(4).text;
}

TEST(Fix, CorrectsMarksSpacesAndRadicals) {
    EXPECT_EQ(fixed_duties("1.开展宣传; 2.审核(初审)材料,上报。 。"),
              "1.开展宣传； 2.审核（初审）材料，上报。");
    EXPECT_EQ(fixed_duties("制定⽅案，组织开 展培训。"), "制定方案，组织开展培训。");
}

TEST(Fix, LeavesWhatAPersonMustDecide) {
    const std::string duties = "1、开展宣传，3.负责登记 核发、检验等工作；";
    EXPECT_EQ(fixed_duties(duties), duties);
}

TEST(Fix, KeepsPlacesOfWhatFollows) {
    const Document document = list_with_duties("1.报备。 。 2.落实“一网统管制度。");
    const auto before = proofread(document, {});
    const Fixed fixed = apply_fixes(document, before);
    const Cell& cell = fixed.document.lists.at(0).items.at(0).cells.at(4);
    const auto quote = static_cast<std::uint32_t>(cell.text.find("“"));
    const Cell& old_cell = document.lists.at(0).items.at(0).cells.at(4);
    const auto old_quote = static_cast<std::uint32_t>(old_cell.text.find("“"));
    EXPECT_EQ(cell.source.locate(cell.text, quote),
              old_cell.source.locate(old_cell.text, old_quote));
}

TEST(Fix, TouchesNothingElse) {
    std::size_t changes = 0;
    for (std::uint32_t seed = 0; seed < 12; ++seed) {
        const Document document = test::generate_document(seed);
        const Fixed fixed = apply_fixes(document, proofread(document, {}));
        EXPECT_TRUE(is_untouched_elsewhere(document, fixed.document, fixed.changes)) << seed;
        changes += fixed.changes.size();
    }
    EXPECT_GT(changes, 0u);
}

// What a correction brings to light is corrected too.
TEST(Fix, IsComplete) {
    const Document document = list_with_duties("1.召开会议, 协调用地 ,上报(初审 )材料。");
    const Fixed fixed = apply_fixes(document, proofread(document, {}));
    EXPECT_EQ(fixed.document.lists.at(0).items.at(0).cells.at(4).text,
              "1.召开会议，协调用地，上报（初审）材料。");
    ASSERT_EQ(fixed.changes.size(), 4u);
    EXPECT_EQ(fixed.changes[0].before, ", ");
    EXPECT_EQ(fixed.changes[0].after, "，");
    EXPECT_TRUE(is_untouched_elsewhere(document, fixed.document, fixed.changes));
}

TEST(Fix, LeavesNothingForASecondTime) {
    for (std::uint32_t seed = 0; seed < 12; ++seed) {
        const Document document = test::generate_document(seed);
        const Document once = apply_fixes(document, proofread(document, {})).document;
        const Fixed twice = apply_fixes(once, proofread(once, {}));
        EXPECT_TRUE(twice.changes.empty()) << seed;
        EXPECT_TRUE(twice.document == once) << seed;
    }
    for (const std::string& name : test::sample_names()) {
        const Document document = test::read_sample(name)->document;
        const Fixed fixed = apply_fixes(document, proofread(document, {}));
        EXPECT_TRUE(is_untouched_elsewhere(document, fixed.document, fixed.changes)) << name;
        for (const Finding& finding : proofread(fixed.document, {}))
            EXPECT_FALSE(finding.mechanical) << name;
    }
}

TEST(Fix, IsNotProvedWhereSomethingElseChanged) {
    const Document document = list_with_duties("1.开展宣传; 2.审核材料。");
    Fixed fixed = apply_fixes(document, proofread(document, {}));
    ASSERT_EQ(fixed.changes.size(), 1u);
    EXPECT_TRUE(is_untouched_elsewhere(document, fixed.document, fixed.changes));
    fixed.document.lists.at(0).items.at(0).cells.at(2).text += "。";
    EXPECT_FALSE(is_untouched_elsewhere(document, fixed.document, fixed.changes));
}

TEST(Fix, OfTheRealListLeavesNothingMechanical) {
    DUTYLIST_SKIP_WITHOUT_REAL_LIST();
    const Document& document = dutylist::test::real_list().document;
    const Fixed fixed = apply_fixes(document, proofread(document, {}));
    EXPECT_EQ(fixed.changes.size(), 84u);
    EXPECT_TRUE(is_untouched_elsewhere(document, fixed.document, fixed.changes));
    for (const Finding& finding : proofread(fixed.document, {})) EXPECT_FALSE(finding.mechanical);
    EXPECT_EQ(fixed.document.item_count(), 237u);
}

}  // namespace
}  // namespace dutylist::check
