#include "exporters/typeset/name_breaks.h"

#include <gtest/gtest.h>

#include "tests/support/fonts.h"
#include "tests/support/line_rules.h"

namespace dutylist::typeset {
namespace {

using test::OneFont;

class NameBreaks : public ::testing::Test {
protected:
    void SetUp() override {
        REQUIRE_FONT(test::noto_serif);
        font_ = std::make_unique<OneFont>(test::noto_serif, 2);
    }

    using Texts = std::vector<std::string>;

    Texts broken(const std::string& text, double width, NameKind kind,
                 const std::string& region = "") {
        CellText cell = shape_text(font_->shaper, FontRole::table, text, rules_);
        std::vector<TextSpan> regions;
        for (std::size_t at = 0;
             !region.empty() && (at = text.find(region, at)) != std::string::npos;
             at += region.size()) {
            regions.push_back(
                {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + region.size())});
        }
        prefer_breaks(cell, text, regions, kind, words_);
        Texts lines;
        for (const CellLine& line : break_cell(cell, width, Alignment::left, rules_)) {
            const CellText::Part& part = cell.parts[line.part];
            const std::uint32_t begin = part.paragraph.atoms[line.line.begin].begin;
            lines.emplace_back(
                part.text.substr(begin, part.paragraph.atoms[line.line.end - 1].end - begin));
        }
        return lines;
    }

    LineRules rules_ = test::line_rules();
    WordBreaks words_;
    std::unique_ptr<OneFont> font_;
};

TEST_F(NameBreaks, ANameThatDoesNotFitBreaksAfterItsRegion) {
    EXPECT_EQ(broken("云川县应急管理局、云川县公安局", 6.5, NameKind::names, "云川县"),
              (Texts{"云川县", "应急管理局、", "云川县公安局"}));
    EXPECT_EQ(broken("白马河县卫生健康委员会、", 8, NameKind::names, "白马河县"),
              (Texts{"白马河县", "卫生健康委员会、"}));
}

TEST_F(NameBreaks, ANameThatFitsIsNotBroken) {
    EXPECT_EQ(broken("云川县公安局、云川县司法局", 7, NameKind::names, "云川县"),
              (Texts{"云川县公安局、", "云川县司法局"}));
}

TEST_F(NameBreaks, ALongNameBreaksBetweenWords) {
    EXPECT_EQ(broken("云川县人力资源和社会保障局", 7.5, NameKind::names, "云川县"),
              (Texts{"云川县人力资源", "和社会保障局"}));
}

TEST_F(NameBreaks, NoCharacterOfANameStandsAlone) {
    for (double width = 4; width < 12; width += 0.5) {
        const auto lines =
            broken("云川县综合行政执法局、云川县委社会工作部", width, NameKind::names, "云川县");
        ASSERT_GT(lines.size(), 1u) << width;
        for (const std::string& line : lines) {
            EXPECT_NE(line, "局、") << width;
            EXPECT_NE(line, "部") << width;
        }
    }
}

TEST_F(NameBreaks, NamesPartedByACommaAreNames) {
    EXPECT_EQ(broken("云川县公安局，云川县司法局", 7.5, NameKind::names, "云川县"),
              (Texts{"云川县公安局，", "云川县司法局"}));
}

TEST_F(NameBreaks, AShortTextIsBalancedAndBreaksBetweenWords) {
    EXPECT_EQ(broken("非法集资风险排查处置", 8.5, NameKind::text),
              (Texts{"非法集资风险", "排查处置"}));
    EXPECT_EQ(broken("精神障碍患者管理服务", 8.5, NameKind::text),
              (Texts{"精神障碍患者", "管理服务"}));
}

TEST_F(NameBreaks, HoldsEveryCharacterAtAnyWidth) {
    const std::string text = "对违反“三线一单”规定（含2025年版）行为的处罚、吊销executive许可证";
    for (double width = 2; width < 30; width += 0.5) {
        std::string joined;
        for (const std::string& line : broken(text, width, NameKind::text)) joined += line;
        EXPECT_EQ(joined, text);
    }
}

}  // namespace
}  // namespace dutylist::typeset
