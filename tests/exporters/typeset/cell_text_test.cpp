#include "exporters/typeset/cell_text.h"

#include <gtest/gtest.h>

#include "tests/support/fonts.h"
#include "tests/support/line_rules.h"

namespace dutylist::typeset {
namespace {

class CellTextLabels : public ::testing::Test {
protected:
    void SetUp() override { REQUIRE_FONT(test::noto_serif); }

    // Where the texts beside the labels begin, and where their further lines do.
    std::vector<std::pair<float, float>> edges(const std::vector<std::string>& labels) {
        test::OneFont font(test::noto_serif, 2);
        Cell cell;
        for (const std::string& label : labels) {
            const auto begin = static_cast<std::uint32_t>(cell.text.size());
            cell.text += label + "组织开展巡查检查并及时报告有关情况。";
            const auto middle = begin + static_cast<std::uint32_t>(label.size());
            cell.blocks.push_back({BlockKind::clause,
                                   false,
                                   {begin, middle},
                                   {middle, static_cast<std::uint32_t>(cell.text.size())}});
        }
        const LineRules rules = test::line_rules();
        const CellText text =
            shape_cell(font.shaper, FontRole::table, FontRole::heading, cell, rules, nullptr);
        std::vector<std::pair<float, float>> found;
        for (const CellText::Part& part : text.parts) {
            const auto lines = break_lines(part.paragraph, 12, Alignment::justify, rules);
            found.emplace_back(part.paragraph.start[part.paragraph.text_begin], lines[1].indent);
        }
        return found;
    }
};

TEST_F(CellTextLabels, TextsBesideTheLabelsOfACellBeginAtOneEdge) {
    for (const std::vector<std::string>& labels : {std::vector<std::string>{"1．", "2．", "11．"},
                                                   {"1.", "2.", "10."},
                                                   {"（1）", "（12）"}}) {
        ASSERT_EQ(edges(labels).size(), labels.size());
        for (const auto& [text, further] : edges(labels)) {
            EXPECT_FLOAT_EQ(text, edges(labels).front().first) << labels.front();
            EXPECT_FLOAT_EQ(text, further) << labels.front();
        }
    }
}

TEST_F(CellTextLabels, LabelsInBracketsHang) {
    EXPECT_FLOAT_EQ(edges({"（1）"}).front().second, 2.5);
}

}  // namespace
}  // namespace dutylist::typeset
