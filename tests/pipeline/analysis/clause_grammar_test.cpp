#include "pipeline/analysis/clause_grammar.h"

#include <string>

#include <gtest/gtest.h>

#include "pipeline/text/character_class.h"
#include "pipeline/text/utf8.h"
#include "tests/support/document_generator.h"

using namespace dutylist;

namespace {

const std::vector<std::string> headings{"云川县农业农村局", "县农业农村局", "农业农村局"};

// One block a line: "d:", "s:", "c:" or "p:", the label in brackets, the text.
std::string blocks_of(std::string_view text, const std::vector<TextSpan>& restored = {}) {
    std::string lines;
    for (const Block& block : find_blocks(text, restored, headings)) {
        lines += "dscp"[static_cast<std::size_t>(block.kind)];
        lines += ':';
        if (!block.label.empty()) {
            lines += block.label_restored ? "{" : "[";
            lines += block.label.of(text);
            lines += block.label_restored ? "}" : "]";
        }
        lines += std::string(block.text.of(text)) + '\n';
    }
    return lines;
}

}  // namespace

TEST(ClauseGrammar, FindsClausesOnOneLine) {
    EXPECT_EQ(blocks_of("1.摸排； 2.上报；3.整改。"), "c:[1.]摸排；\nc:[2.]上报；\nc:[3.]整改。\n");
}

TEST(ClauseGrammar, FindsClausesAfterHalfWidthMarks) {
    EXPECT_EQ(blocks_of("1.宣传; 2.核实;3.公示"), "c:[1.]宣传;\nc:[2.]核实;\nc:[3.]公示\n");
}

TEST(ClauseGrammar, KnowsTheThreeFormsOfLabels) {
    EXPECT_EQ(blocks_of("1．甲\n（1）乙；（2）丙\n2．丁"),
              "c:[1．]甲\nc:[（1）]乙；\nc:[（2）]丙\nc:[2．]丁\n");
}

TEST(ClauseGrammar, TakesOtherOrdinalsForText) {
    EXPECT_EQ(blocks_of("1、甲；2、乙"), "p:1、甲；2、乙\n");
    EXPECT_EQ(blocks_of("①甲；②乙"), "p:①甲；②乙\n");
}

TEST(ClauseGrammar, TakesNoDecimalForALabel) {
    EXPECT_EQ(blocks_of("1.坡度； 2.5米以上； 2.拆除"), "c:[1.]坡度； 2.5米以上；\nc:[2.]拆除\n");
}

TEST(ClauseGrammar, TakesOnlyLabelsInSequence) {
    EXPECT_EQ(blocks_of("1.甲；3.乙；2.丙"), "c:[1.]甲；3.乙；\nc:[2.]丙\n");
    EXPECT_EQ(blocks_of("见附件。 12.乙"), "p:见附件。 12.乙\n");
}

TEST(ClauseGrammar, TakesNoLabelInsideASentence) {
    EXPECT_EQ(blocks_of("1.落实第2.条，1.0版"), "c:[1.]落实第2.条，1.0版\n");
}

TEST(ClauseGrammar, RestartsNumbersUnderSections) {
    EXPECT_EQ(blocks_of("一、使用\n1.甲； 2.乙。\n二、回收\n1.丙。"),
              "s:[一、]使用\nc:[1.]甲；\nc:[2.]乙。\ns:[二、]回收\nc:[1.]丙。\n");
}

TEST(ClauseGrammar, EndsASectionHeadingAtWhiteSpace) {
    EXPECT_EQ(blocks_of("一、分户工作 收到申请后办理。 二、落户工作 核查办理。"),
              "s:[一、]分户工作\np:收到申请后办理。\ns:[二、]落户工作\np:核查办理。\n");
}

TEST(ClauseGrammar, TakesNoSectionInsideAnEnumeration) {
    EXPECT_EQ(blocks_of("核查一、二、三级单位"), "p:核查一、二、三级单位\n");
    EXPECT_EQ(blocks_of("分级管理：二、三级由县里管理"), "p:分级管理：二、三级由县里管理\n");
}

TEST(ClauseGrammar, FindsDepartmentHeadings) {
    EXPECT_EQ(blocks_of("县农业农村局 1.甲； 2.乙。 农业农村局\n丙。"),
              "d:县农业农村局\nc:[1.]甲；\nc:[2.]乙。\nd:农业农村局\np:丙。\n");
}

TEST(ClauseGrammar, TakesADepartmentInASentenceForText) {
    EXPECT_EQ(blocks_of("1.报 县农业农村局备案"), "c:[1.]报 县农业农村局备案\n");
    EXPECT_EQ(blocks_of("县农业农村局负责"), "p:县农业农村局负责\n");
    EXPECT_EQ(blocks_of("县水利局 负责"), "p:县水利局 负责\n");
}

TEST(ClauseGrammar, KeepsTheColonOfADepartmentHeading) {
    EXPECT_EQ(blocks_of("县农业农村局：1.甲；2.乙。"),
              "d:县农业农村局：\nc:[1.]甲；\nc:[2.]乙。\n");
    EXPECT_EQ(blocks_of("县农业农村局：负责监管"), "p:县农业农村局：负责监管\n");
}

TEST(ClauseGrammar, OpensAParagraphAtEachLine) {
    EXPECT_EQ(blocks_of("统筹监测；\n巡查；\n申报项目。"),
              "p:统筹监测；\np:巡查；\np:申报项目。\n");
}

TEST(ClauseGrammar, LeavesStrayMarksToTheBlockBefore) {
    EXPECT_EQ(blocks_of("1.甲。 。"), "c:[1.]甲。 。\n");
    EXPECT_EQ(blocks_of("甲。\n。\n乙。"), "p:甲。\n。\np:乙。\n");
}

TEST(ClauseGrammar, MarksRestoredLabels) {
    EXPECT_EQ(blocks_of("1.甲；\n2.乙。", {{0, 2}, {9, 11}}), "c:{1.}甲；\nc:{2.}乙。\n");
    EXPECT_EQ(blocks_of("a.甲；\nb.乙。", {{0, 2}, {9, 11}}), "c:{a.}甲；\nc:{b.}乙。\n");
    EXPECT_EQ(blocks_of("一、甲\n乙。", {{0, 6}}), "s:{一、}甲\np:乙。\n");
}

TEST(ClauseGrammar, KeepsALabelWithNothingAfterIt) {
    EXPECT_EQ(blocks_of("1.甲；\n2."), "c:[1.]甲；\nc:[2.]\n");
    EXPECT_EQ(blocks_of("1.\n2.乙"), "c:[1.]\nc:[2.]乙\n");
}

TEST(ClauseGrammar, FindsNothingInAnEmptyCell) { EXPECT_EQ(blocks_of(""), ""); }

TEST(ClauseGrammar, CoversEveryCharacterOfRandomCellsInOrder) {
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        const Document document = test::generate_texts(seed);
        for (const DutyList& list : document.lists) {
            for (const Item& item : list.items) {
                for (const Cell& cell : item.cells) {
                    std::uint32_t at = 0;
                    const auto only_white_space = [&](std::uint32_t begin, std::uint32_t end) {
                        ASSERT_LE(begin, end) << cell.text;
                        for (const Decoded& d :
                             Characters(std::string_view(cell.text).substr(begin, end - begin)))
                            EXPECT_TRUE(is_white_space(d.character)) << cell.text;
                    };
                    for (const Block& block : find_blocks(cell.text, cell.restored, headings)) {
                        const TextSpan whole = block.whole();
                        only_white_space(at, whole.begin);
                        if (!block.label.empty())
                            only_white_space(block.label.end, block.text.begin);
                        ASSERT_LE(block.text.begin, block.text.end);
                        at = whole.end;
                    }
                    only_white_space(at, static_cast<std::uint32_t>(cell.text.size()));
                }
            }
        }
    }
}
