#include "exporters/typeset/line_setter.h"

#include <gtest/gtest.h>

#include "exporters/typeset/cell_text.h"
#include "tests/support/fonts.h"
#include "tests/support/line_rules.h"

namespace dutylist::typeset {
namespace {

TEST(LineSetter, AMarkIsARunOfItsColourWithItsLine) {
    REQUIRE_FONT(test::noto_serif);
    test::OneFont font(test::noto_serif, 2);
    const std::string text = "加强旧的队伍";
    const std::string_view view = text;
    const LineRules rules = test::line_rules();
    const CellText cell = shape_text(font.shaper, FontRole::table, view, rules);
    const CellLines lines = break_cell(cell, 100, Alignment::left, rules);
    ASSERT_EQ(lines.size(), 1u);
    const Color red = color_from(0xA01515);
    const std::vector<TextMark> marks{{view.substr(6, 6), red, Decoration::strike_through}};
    Layer layer;
    const TextStyle style{10, {}, 3, marks};
    set_line(cell.parts[0].paragraph, cell.parts[0].text, lines[0].line, {100, 50}, style, layer);
    ASSERT_EQ(layer.runs.size(), 3u);
    EXPECT_EQ(layer.runs[0].text + layer.runs[1].text + layer.runs[2].text, text);
    EXPECT_EQ(layer.runs[1].text, "旧的");
    EXPECT_EQ(layer.runs[1].color, red);
    EXPECT_EQ(layer.runs[2].color, Color{});
    ASSERT_EQ(layer.fills.size(), 1u);
    EXPECT_NEAR(layer.fills[0].area.x, 120, 0.01);
    EXPECT_NEAR(layer.fills[0].area.width, 20, 0.01);
    EXPECT_LT(layer.fills[0].area.y, 50);
    EXPECT_EQ(layer.fills[0].structure, no_structure);
}

TEST(LineSetter, AnIndentOfIdeographicSpacesIsAsWideInAJustifiedLine) {
    REQUIRE_FONT(test::noto_serif);
    test::OneFont font(test::noto_serif, 2);
    const std::string text = "　　与上年同月相比，履职事项减少，其中基本履职事项增加。";
    const LineRules rules = test::line_rules();
    const CellText cell = shape_text(font.shaper, FontRole::table, text, rules);
    for (const double width : {10.3, 11.7, 12.4}) {
        const CellLines lines = break_cell(cell, width, Alignment::justify, rules);
        ASSERT_GT(lines.size(), 1u);
        Layer layer;
        set_line(cell.parts[0].paragraph, cell.parts[0].text, lines[0].line, {0, 0}, {10}, layer);
        const auto& glyphs = layer.runs.at(0).glyphs;
        EXPECT_NEAR(glyphs.at(0).advance + glyphs.at(1).advance, 20, 0.01) << width;
    }
}

}  // namespace
}  // namespace dutylist::typeset
