#include "exporters/looks/looks.h"

#include "exporters/looks/chart_looks.h"
#include "exporters/report/report_web_style.h"
#include "exporters/sheet_layout/workbook_template.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "tests/support/template_overlay.h"

namespace dutylist {
namespace {

// The mistake that reading the template's workbook, web page and charts tells.
Diagnostic mistake_of(const test::TemplateOverlay& overlay) {
    try {
        read_workbook_template(overlay.store());
        read_report_web_style(overlay.store());
    } catch (const JobError& error) {
        return error.diagnostic();
    }
    ADD_FAILURE() << "no mistake was told";
    return {};
}

TEST(Looks, AColourStandsItselfOrIsNamed) {
    const test::TemplateOverlay literal("charts.xml", "{grid}", "ABCDEF");
    EXPECT_EQ(read_chart_looks(literal.store(), Looks(literal.store())).native.grid_color,
              0xABCDEFu);
    const test::TemplateOverlay named("charts.xml", "{grid}", "{total}");
    EXPECT_EQ(read_chart_looks(named.store(), Looks(named.store())).native.grid_color, 0xF2F2F2u);
}

TEST(Looks, AnUnknownNameIsToldWithItsLineAndTheNamesThatThereAre) {
    const Diagnostic color = mistake_of({"workbook.xml", "{link}", "{lnk}"});
    EXPECT_EQ(color.code, Code::xml_bad_value);
    EXPECT_GT(color.place.line, 1u);
    EXPECT_NE(color.message(Language::english).find("{link}"), std::string::npos);
    const Diagnostic font = mistake_of({"workbook.xml", "{heading}", "{headings}"});
    EXPECT_NE(font.message(Language::english).find("{heading}"), std::string::npos);
    const Diagnostic sheet = mistake_of({"report_web.xml", "@{body}", "@{bdy}"});
    EXPECT_GT(sheet.place.line, 1u);
    EXPECT_NE(sheet.message(Language::english).find("{body}"), std::string::npos);
}

TEST(Looks, AMistakeInTheColoursThemselvesIsToldWithItsLine) {
    for (const auto& [passage, other] :
         {std::pair("E4ECF5", "E4ECF"), std::pair("E4ECF5", "blue"),
          std::pair("name=\"head\"", "name=\"Head\""), std::pair("name=\"head\"", "name=\"total\""),
          std::pair("name=\"head\"", "name=\"heading\""),  // a role of fonts.xml
          std::pair("name=\"head\"", "names=\"head\""), std::pair("<color ", "<colour ")}) {
        EXPECT_GT(mistake_of({"looks.xml", passage, other}).place.line, 1u) << other;
    }
}

// A style sheet stands between tags of the page.
TEST(Looks, AStyleSheetHasNoTags) {
    const Diagnostic told =
        mistake_of({"report_web.xml", "<![CDATA[", "<![CDATA[</style><script>"});
    EXPECT_EQ(told.code, Code::xml_bad_value);
}

// Files written before a colour or a setting was there stay whole.
TEST(Looks, WhatAFileLeavesOutIsAsOfficialHasIt) {
    const test::TemplateOverlay colors("looks.xml", "<color name=\"grid\" value=\"D9D9D9\"/>", "");
    EXPECT_EQ(read_chart_looks(colors.store(), Looks(colors.store())).native.grid_color, 0xD9D9D9u);
    const test::TemplateOverlay chart("charts.xml", " thickness=\"11\"", "");
    EXPECT_EQ(read_chart_looks(chart.store(), Looks(chart.store())).bars.thickness, 11);
    const test::TemplateOverlay widths("workbook.xml", " widths=\"56 208 320 80\"", "");
    EXPECT_EQ(read_workbook_template(widths.store()).contents.widths,
              (std::vector<std::uint32_t>{56, 208, 320, 80}));
}

// The workbook is set in the first wish, whether it is installed or not.
TEST(Looks, AFontIsAFamilyOrTheFirstWishOfARole) {
    const test::TemplateOverlay overlay("fonts.xml", "<family>黑体</family>",
                                        "<family>方正黑体简体</family>");
    EXPECT_EQ(read_workbook_template(overlay.store()).styles.head.font, "方正黑体简体");
    const test::TemplateOverlay own("workbook.xml", "font=\"{heading}\"", "font=\"华文黑体\"");
    EXPECT_EQ(read_workbook_template(own.store()).styles.head.font, "华文黑体");
}

// Without a list of its own a role's families are those of the page.
TEST(Looks, FamiliesOfAPageAreTheRolesWhereItHasNoList) {
    const test::TemplateOverlay overlay("fonts.xml",
                                        " web='\"Noto Serif CJK SC\", \"Source Han Serif SC\", "
                                        "SimSun, serif'",
                                        "");
    const std::string sheet = read_report_web_style(overlay.store()).sheets.front();
    EXPECT_NE(sheet.find("15px/1.7 \"仿宋_GB2312\", \"方正仿宋_GBK\""), std::string::npos);
}

}  // namespace
}  // namespace dutylist
