#include "exporters/word/properties.h"

#include <gtest/gtest.h>

namespace dutylist::word {
namespace {

template <typename Properties>
std::string written(const Properties& properties) {
    std::string text;
    XmlWriter xml(text);
    xml.open("x");
    properties.write(xml);
    xml.close("x");
    return text.substr(text.find("<x"));
}

// The order of CT_PPr (ECMA-376 part 1, 17.3.1.26), whatever order they were set in.
TEST(WordProperties, OfAParagraphStandInTheOrderOfTheSchema) {
    ParagraphProperties properties;
    properties.outline = 0;
    properties.justification = Justification::center;
    properties.indent = Indent{1, 2, 3};
    properties.spacing = Spacing{0, 1, 13, true};
    properties.snap_to_grid = false;
    properties.tabs.push_back({100, "right", "dot"});
    properties.keep_with_next = true;
    properties.style = "Cell";
    EXPECT_EQ(written(properties),
              "<x><w:pPr><w:pStyle w:val=\"Cell\"/><w:keepNext/><w:tabs><w:tab w:val=\"right\" "
              "w:leader=\"dot\" w:pos=\"2000\"/></w:tabs><w:snapToGrid w:val=\"0\"/><w:spacing "
              "w:before=\"0\" w:after=\"20\" w:line=\"260\" w:lineRule=\"exact\"/><w:ind "
              "w:left=\"20\" w:right=\"40\" w:firstLine=\"60\"/><w:jc w:val=\"center\"/>"
              "<w:outlineLvl w:val=\"0\"/></w:pPr></x>");
}

TEST(WordProperties, ThatAreAllTheStylesAreNotWritten) {
    EXPECT_EQ(written(ParagraphProperties{}), "<x/>");
    EXPECT_EQ(written(RunProperties{}), "<x/>");
    EXPECT_EQ(written(RowProperties{}), "<x/>");
}

// Latin and Han share quotation marks and dashes: one font for all keeps them full-width.
TEST(WordProperties, NameOneFontForAllScripts) {
    RunProperties run;
    run.font = "仿宋";
    run.size = 10.5;
    EXPECT_EQ(written(run),
              "<x><w:rPr><w:rFonts w:ascii=\"仿宋\" w:hAnsi=\"仿宋\" w:eastAsia=\"仿宋\" "
              "w:cs=\"仿宋\" w:hint=\"eastAsia\"/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>"
              "</w:rPr></x>");
}

TEST(WordProperties, OfALandscapeSectionSwapWidthAndHeight) {
    SectionProperties section;
    section.landscape = true;
    section.width = 842;
    section.height = 595;
    EXPECT_NE(written(section).find("<w:pgSz w:w=\"16840\" w:h=\"11900\" w:orient=\"landscape\"/>"),
              std::string::npos);
}

}  // namespace
}  // namespace dutylist::word
