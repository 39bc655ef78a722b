#include "exporters/typeset/line_breaker.h"

#include <gtest/gtest.h>

#include "exporters/typeset/cell_text.h"
#include "tests/support/fonts.h"
#include "tests/support/line_rules.h"

namespace dutylist::typeset {
namespace {

using test::OneFont;

class LineBreaker : public ::testing::Test {
protected:
    void SetUp() override {
        REQUIRE_FONT(test::noto_serif);
        font_ = std::make_unique<OneFont>(test::noto_serif, 2);
    }

    std::vector<Line> lines_of(const std::string& text, double width,
                               Alignment alignment = Alignment::justify, std::uint32_t label = 0) {
        paragraph_ = prepare_paragraph(font_->shaper.shape(FontRole::table, text), label, rules_);
        return break_lines(paragraph_, width, alignment, rules_);
    }

    std::vector<std::string> broken(const std::string& text, double width,
                                    Alignment alignment = Alignment::justify,
                                    std::uint32_t label = 0) {
        std::vector<std::string> texts;
        for (const Line& line : lines_of(text, width, alignment, label)) {
            const std::uint32_t begin = paragraph_.atoms[line.begin].begin;
            texts.push_back(text.substr(begin, paragraph_.atoms[line.end - 1].end - begin));
        }
        return texts;
    }

    using Texts = std::vector<std::string>;
    LineRules rules_ = test::line_rules();
    std::unique_ptr<OneFont> font_;
    Paragraph paragraph_;
};

TEST_F(LineBreaker, BringsNoMarkToALineStart) {
    EXPECT_EQ(broken("负责本乡的各项工作，做好服务", 9.5),
              (Texts{"负责本乡的各项工作，", "做好服务"}));
}

TEST_F(LineBreaker, LeavesNoOpenerAtALineEnd) {
    for (double width = 4; width < 14; width += 0.5) {
        const Texts lines = broken("加强新时代的“四个合格”（含《条例》）队伍", width);
        ASSERT_GT(lines.size(), 1u) << width;
        for (const std::string& line : lines) {
            EXPECT_FALSE(line.ends_with("“") || line.ends_with("（") || line.ends_with("《"));
        }
    }
}

TEST_F(LineBreaker, KeepsDashesAndEllipsesWhole) {
    for (const std::string text : {"村级组织运行——有关保障工作", "村级组织运行……有关保障工作"}) {
        for (double width = 4; width < 12; width += 0.5) {
            const Texts lines = broken(text, width);
            ASSERT_GT(lines.size(), 1u) << width;
            for (const std::string& line : lines) {
                EXPECT_FALSE(line.ends_with("行—") || line.ends_with("行…")) << line;
            }
        }
    }
}

TEST_F(LineBreaker, KeepsFiguresWithTheirUnits) {
    EXPECT_EQ(broken("本年度已完成12项工作任务", 7.5)[1].substr(0, 5), "12项");
}

TEST_F(LineBreaker, LeavesNoLastLineOfOneCharacter) {
    for (double width = 4; width < 16; width += 0.5) {
        const Texts lines = broken("做好社会救助政策宣传和申请材料的初步审核工作。", width);
        EXPECT_GT(lines.back().size(), std::string("作。").size()) << width;
    }
}

TEST_F(LineBreaker, SqueezesMarksBeforeItStretchesALine) {
    // Twelve characters and half a mark need 12.5 em; the two marks inside give what is missing.
    const std::vector<Line> lines =
        lines_of("组织、宣传、凝聚群众工作。继续做好各项服务工作", 12.2);
    EXPECT_LT(lines[0].change, 0);
}

TEST_F(LineBreaker, CompressesNeighbouringMarks) {
    lines_of("（“三会一课”）、“五好”", 40);
    // Thirteen characters, four pairs of marks that lose half an em each.
    EXPECT_NEAR(paragraph_.natural_width, 13 - 4 * 0.5, 0.01);
}

TEST_F(LineBreaker, HangsTheTextBesideItsLabel) {
    const std::vector<Line> lines =
        lines_of("1.定期对学校周边开展巡查并及时报告有关情况", 10, Alignment::justify, 2);
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_EQ(lines[0].indent, 0);
    EXPECT_EQ(lines[1].indent, 1);
    EXPECT_NEAR(paragraph_.start[2], 1, 1e-6);  // the text of the first line begins there, too
}

TEST_F(LineBreaker, FillsEveryJustifiedLineExactly) {
    const std::vector<Line> lines = lines_of(
        "开展社会救助政策宣传，受理社会救助（含城镇家庭住房救助）申请材料并开展调查、审核工作，做好"
        "特殊困难群众殡葬救助工作",
        17.5);
    ASSERT_GT(lines.size(), 2u);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        EXPECT_NEAR(lines[i].natural + lines[i].change, 17.5, 1e-4);
    }
}

TEST_F(LineBreaker, SetsNoLineLooserThanAllowedWhereAnotherChoiceExists) {
    const std::string text =
        "贯彻执行本县国民经济和社会发展规划，制订本乡经济和产业发展规划并组织实施，采取“合作社+"
        "村民”"
        "生产经营模式，大力发展大蒜、艾草等优势特色农产品种植与加工产业，带动村民增收致富。";
    for (double width = 12.5; width < 30; width += 1) {
        const std::vector<Line> lines = lines_of(text, width);
        ASSERT_GT(lines.size(), 1u) << width;
        for (const Line& line : lines) {
            EXPECT_LE(line.change, line.natural * 0.0801) << width;
        }
    }
}

TEST_F(LineBreaker, BreaksAnUnbreakableTokenAnywhereAtLast) {
    const std::string token(500, 'W');
    std::string joined;
    for (const std::string& line : broken("网址" + token + "结束", 10)) joined += line;
    EXPECT_EQ(joined, "网址" + token + "结束");
    for (const Line& line : lines_of(token, 10)) EXPECT_LE(line.natural, 10.001);
}

TEST_F(LineBreaker, EndsFlushLeftLinesAfterAnEnumerationComma) {
    EXPECT_EQ(broken("县教育局、县公安局、县司法局", 7.5, Alignment::left),
              (Texts{"县教育局、", "县公安局、", "县司法局"}));
}

TEST_F(LineBreaker, SetsASpaceBetweenHanAndFiguresInLayoutOnly) {
    lines_of("完成12项", 40);
    double glyphs = 0;
    for (const Atom& atom : paragraph_.atoms) glyphs += atom.advance;
    EXPECT_NEAR(paragraph_.natural_width - glyphs, 2 * 0.125, 1e-5);
}

}  // namespace
}  // namespace dutylist::typeset
