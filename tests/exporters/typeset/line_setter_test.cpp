#include "exporters/typeset/line_setter.h"

#include <gtest/gtest.h>

#include "exporters/typeset/cell_text.h"
#include "tests/support/fonts.h"

namespace dutylist::typeset {
namespace {

TEST(LineSetter, AMarkIsARunOfItsColourWithItsLine) {
    REQUIRE_FONT(test::noto_serif);
    test::OneFont font(test::noto_serif, 2);
    const std::string text = "加强旧的队伍";
    const std::string_view view = text;
    const LineRules rules;
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

}  // namespace
}  // namespace dutylist::typeset
