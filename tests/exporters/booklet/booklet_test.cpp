#include "exporters/booklet/booklet.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "exporters/trace/trace.h"
#include "pipeline/analysis/analyse.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "tests/support/booklets.h"
#include "tests/support/document_builder.h"
#include "tests/support/fonts.h"
#include "tests/support/temporary_folder.h"

namespace dutylist::booklet {
namespace {

using test::lay_out;
using test::long_document;
using test::small_document;
using typeset::StructureRole;

constexpr double mm = 72 / 25.4;

class Booklet : public ::testing::Test {
protected:
    void SetUp() override { REQUIRE_FONT(test::noto_serif); }
    Diagnostics diagnostics_;
};

TEST_F(Booklet, HasCoverContentsListsAndIndexEachOnAnOddPage) {
    const typeset::PagedDocument booklet = lay_out(small_document(), diagnostics_);
    EXPECT_FALSE(diagnostics_.has(Severity::error) || diagnostics_.has(Severity::warning));
    std::vector<std::string> labels;
    for (const typeset::Page& page : booklet.pages) labels.push_back(page.label);
    EXPECT_EQ(labels,
              (std::vector<std::string>{"封面", "空白", "目录", "空白", "1", "2", "3", "4"}));
}

TEST_F(Booklet, NumbersOddPagesAtTheRightAndEvenPagesAtTheLeft) {
    const typeset::PagedDocument booklet = lay_out(long_document(), diagnostics_);
    int number = 0;
    for (std::size_t i = 0; i < booklet.pages.size(); ++i) {
        const typeset::Page& page = booklet.pages[i];
        if (page.layers.size() < 2) continue;
        ++number;
        const typeset::GlyphRun& run = page.layers[1].runs.front();
        EXPECT_EQ(run.text, "— " + std::to_string(number) + " —");
        EXPECT_EQ(run.size, 14);
        double end = run.origin.x;
        for (const typeset::Glyph& glyph : run.glyphs) end += glyph.advance;
        if (number % 2 == 1) {
            EXPECT_NEAR(end, (28 + 156) * mm - 14, 0.1);
        } else {
            EXPECT_NEAR(run.origin.x, 26 * mm + 14, 0.1);
        }
        // The dashes are 7 mm below the type area.
        EXPECT_NEAR(run.origin.y - 0.35 * 14, (37 + 225 + 7) * mm, 0.1);
    }
    EXPECT_GT(number, 5);
}

TEST_F(Booklet, TurnsTheCooperativeListOnItsPage) {
    const typeset::PagedDocument booklet = lay_out(small_document(), diagnostics_);
    const typeset::Page& page = booklet.pages[5];
    EXPECT_EQ(page.rotate, 90);
    EXPECT_LT(page.width, page.height);
    // The table's top left corner is at the foot of the portrait page, beside its left margin.
    const typeset::Layer& layer = page.layers.front();
    EXPECT_NEAR(layer.e, 26 * mm, 0.1);
    EXPECT_NEAR(layer.f, (37 + 225) * mm, 0.1);
}

TEST_F(Booklet, RepeatsTheHeadOnEveryPageAndTagsItOnce) {
    const typeset::PagedDocument booklet = lay_out(long_document(), diagnostics_);
    EXPECT_EQ(test::texts_of(booklet, StructureRole::header_cell).size(), 3u + 6u);
    std::size_t pages = 0;
    for (const typeset::Page& page : booklet.pages) {
        std::map<std::string, std::size_t> shown;
        for (const typeset::GlyphRun& run : page.layers[0].runs) ++shown[run.text];
        if (!shown.contains("传教育活动，推进有关制度建设")) continue;  // a page of the basic list
        EXPECT_EQ(shown["category"], 1u) << page.label;
        ++pages;
    }
    EXPECT_GT(pages, 1u);
}

TEST_F(Booklet, SplitRowIsOneRowAndItsNumberComesAgainAsAnArtifact) {
    std::string duties;
    for (int i = 1; i <= 90; ++i) {
        duties += (i > 1 ? "\n" : "") + std::to_string(i) + ".定期对学校周边开展巡查，及时处置；";
    }
    const Document document =
        test::DocumentBuilder("青石镇", 2025, 7)
            .cooperative("平安法治", "维护学校周边秩序", "云溪县教育局", duties, "1.配合巡查。")
            .build();
    const typeset::PagedDocument booklet = lay_out(document, diagnostics_);
    EXPECT_EQ(test::texts_of(booklet, StructureRole::row).size(), 2u);  // head and body
    EXPECT_EQ(test::texts_of(booklet, StructureRole::data_cell), test::cells_of(document));
    std::size_t continued = 0;
    for (const typeset::Page& page : booklet.pages) {
        for (const typeset::GlyphRun& run : page.layers.front().runs) {
            if (run.text != "（续）") continue;
            EXPECT_EQ(run.structure, typeset::no_structure);
            ++continued;
        }
    }
    EXPECT_GE(continued, 4u);
}

TEST_F(Booklet, StructureHasParentsBeforeChildrenAndEveryLinkATarget) {
    const typeset::PagedDocument booklet = lay_out(long_document(), diagnostics_);
    ASSERT_GT(booklet.structure.size(), 1u);
    for (std::size_t i = 1; i < booklet.structure.size(); ++i) {
        EXPECT_LT(booklet.structure[i].parent, i);
    }
    std::set<std::string> targets;
    for (const typeset::Destination& target : booklet.destinations) {
        EXPECT_TRUE(targets.insert(target.name).second) << target.name;
    }
    EXPECT_FALSE(booklet.bookmarks.empty());
    for (const typeset::Bookmark& bookmark : booklet.bookmarks) {
        EXPECT_TRUE(targets.contains(bookmark.destination));
    }
    std::size_t links = 0;
    for (const typeset::Page& page : booklet.pages) {
        for (const typeset::Link& link : page.layers.front().links) {
            EXPECT_TRUE(targets.contains(link.destination)) << link.destination;
            ++links;
        }
    }
    EXPECT_GT(links, 0u);
}

TEST_F(Booklet, ContentsShowThePagesOnWhichListsAndCategoriesBegin) {
    const typeset::PagedDocument booklet = lay_out(long_document(), diagnostics_);
    const std::vector<std::string> entries = test::texts_of(booklet, StructureRole::contents_item);
    ASSERT_GE(entries.size(), 4u);
    EXPECT_EQ(entries[0], "一、基本履职事项清单1");
    EXPECT_EQ(entries[1], "党的建设1");
    for (const typeset::Destination& target : booklet.destinations) {
        if (target.name == "basic-category2") {
            EXPECT_EQ(entries[2], "经济发展" + booklet.pages[target.page].label);
        }
        if (target.name == "cooperative") {
            EXPECT_EQ(entries[3], "二、配合履职事项清单" + booklet.pages[target.page].label);
        }
    }
}

TEST_F(Booklet, ExtractHasOnlyWhatBelongsToIt) {
    const Document document = small_document();
    const auto cells = [&](Part::Kind kind, const std::string& name) {
        const auto booklet = lay_out(document, diagnostics_, Part{kind, name});
        return test::texts_of(booklet, StructureRole::data_cell).size();
    };
    EXPECT_EQ(cells(Part::Kind::list, "cooperative"), 6u);
    EXPECT_EQ(cells(Part::Kind::category, "经济发展"), 3u);
    EXPECT_EQ(cells(Part::Kind::department, "教育局"), 6u);
    EXPECT_EQ(cells(Part::Kind::department, "云溪县交通运输局"), 4u);
    EXPECT_THROW(cells(Part::Kind::department, "没有的局"), JobError);
    // A name is a name, whatever stands in it.
    EXPECT_THROW(cells(Part::Kind::department, "教育局;only=list=basic"), JobError);
}

TEST_F(Booklet, RefusesColumnsThatCannotFitAndNamesTheLine) {
    const test::TemporaryFolder folder;
    std::string xml = TemplateStore().read("booklet.xml");
    const std::string wanted = "role=\"name\" least=\"12\"";
    xml.replace(xml.find(wanted), wanted.size(), "role=\"name\" least=\"70\"");
    std::ofstream(folder / "booklet.xml") << xml;
    try {
        lay_out(small_document(), diagnostics_, {}, TemplateStore(folder.path().string()));
        FAIL();
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().code, Code::booklet_columns_too_wide);
        EXPECT_GT(error.diagnostic().place.line, 0u);
    }
}

// booklet.xml with one passage replaced, in a folder of its own.
class ChangedTemplate {
public:
    ChangedTemplate(const std::string& passage, const std::string& other) {
        std::string xml = TemplateStore().read("booklet.xml");
        xml.replace(xml.find(passage), passage.size(), other);
        std::ofstream(folder_ / "booklet.xml") << xml;
    }
    TemplateStore store() const { return TemplateStore(folder_.path().string()); }

private:
    test::TemporaryFolder folder_;
};

TEST_F(Booklet, LeastWidthsThatDoNotFitTogetherGiveWay) {
    const ChangedTemplate changed("role=\"name\" least=\"12\"", "role=\"name\" least=\"39\"");
    const Document document = small_document();
    EXPECT_EQ(test::texts_of(lay_out(document, diagnostics_, {}, changed.store()),
                             StructureRole::data_cell),
              test::cells_of(document));
}

TEST_F(Booklet, AnUnknownPlaceholderIsAMistakeWithItsLine) {
    for (const std::string pattern : {"{period}\" role", "{title}\" orientation"}) {
        std::string misspelt = pattern;
        misspelt.erase(2, 1);
        const ChangedTemplate changed(pattern, misspelt);
        try {
            lay_out(small_document(), diagnostics_, {}, changed.store());
            FAIL() << pattern;
        } catch (const JobError& error) {
            EXPECT_EQ(error.diagnostic().code, Code::xml_bad_value);
            EXPECT_GT(error.diagnostic().place.line, 1u);
        }
    }
}

TEST_F(Booklet, ContentsAndBookmarksNameAListAsItsTitleDoes) {
    Document document = small_document();
    document.lists[2].title = "云溪县青石镇区级部门收回事项清单";
    document.lists[0].title = "";
    const typeset::PagedDocument booklet = lay_out(document, diagnostics_);
    const std::vector<std::string> entries = test::texts_of(booklet, StructureRole::contents_item);
    EXPECT_EQ(entries.front(), "一、基本履职事项清单1");
    EXPECT_NE(std::find(entries.begin(), entries.end(), "三、区级部门收回事项清单3"),
              entries.end());
    bool marked = false;
    for (const typeset::Bookmark& bookmark : booklet.bookmarks) {
        marked = marked || bookmark.title == "区级部门收回事项清单";
    }
    EXPECT_TRUE(marked);
}

TEST_F(Booklet, ListsBeginOnOddPagesWhereTheTemplateWantsIt) {
    const ChangedTemplate changed("lists-on-odd-pages=\"false\"", "lists-on-odd-pages=\"true\"");
    const typeset::PagedDocument booklet =
        lay_out(small_document(), diagnostics_, {}, changed.store());
    std::vector<std::string> labels;
    for (const typeset::Page& page : booklet.pages) labels.push_back(page.label);
    EXPECT_EQ(labels, (std::vector<std::string>{"封面", "空白", "目录", "空白", "1", "空白", "3",
                                                "空白", "5", "空白", "7"}));
    for (const typeset::Page& page : booklet.pages) {
        EXPECT_EQ(page.layers.size(),
                  page.label == "空白" || page.label == "封面" || page.label == "目录" ? 1u : 2u);
    }
}

TEST_F(Booklet, LeadersBeginAtTheSameDistanceFromTheirLabelsOnEveryPage) {
    test::DocumentBuilder builder("青石镇", 2025, 7);
    for (int i = 0; i < 60; ++i)
        builder.basic("类别" + std::string(i % 2 ? "甲" : "乙"), "开展工作");
    const typeset::PagedDocument booklet = lay_out(builder.build(), diagnostics_);
    std::set<int> gaps;
    for (const typeset::Page& page : booklet.pages) {
        if (!page.label.starts_with("目录")) continue;
        const std::vector<typeset::GlyphRun>& runs = page.layers.front().runs;
        for (std::size_t i = 1; i < runs.size(); ++i) {
            if (!runs[i].text.starts_with("...")) continue;
            double end = runs[i - 1].origin.x;
            for (const typeset::Glyph& glyph : runs[i - 1].glyphs) end += glyph.advance;
            gaps.insert(static_cast<int>(std::lround(10 * (runs[i].origin.x - end))));
        }
    }
    EXPECT_EQ(gaps.size(), 1u);
}

TEST_F(Booklet, IndexIsInPinyinOrderWithoutRegionsAndPartsItsPages) {
    test::DocumentBuilder builder("青石镇", 2025, 7);
    for (int i = 0; i < 40; ++i) {
        builder.cooperative("平安法治", "维护学校周边秩序", "云溪县司法局、云溪县公安局、残联",
                            "1.定期对学校周边开展巡查；\n2.及时处置有关线索——并通报。",
                            "1.做好摸底填报工作；\n2.配合开展巡查。");
    }
    Document document = builder.build();
    Diagnostics ignored;
    analyse(document, ignored);
    const typeset::PagedDocument booklet = lay_out(document, diagnostics_);
    std::vector<std::string> lines;
    std::map<typeset::StructureIndex, std::string> texts;
    for (const typeset::GlyphRun& run : booklet.pages.back().layers.front().runs) {
        if (run.structure == typeset::no_structure) continue;
        const typeset::StructureNode& node = booklet.structure[run.structure];
        texts[node.role == StructureRole::link ? node.parent : run.structure] += run.text;
    }
    for (const auto& [node, text] : texts) lines.push_back(text);
    ASSERT_EQ(lines.size(), 6u);
    EXPECT_EQ(lines[2], "部门页码");
    EXPECT_TRUE(lines[3].starts_with("残联1、2、3")) << lines[3];
    EXPECT_TRUE(lines[4].starts_with("云溪县公安局1、2")) << lines[4];
    EXPECT_TRUE(lines[5].starts_with("云溪县司法局1、2")) << lines[5];
}

TEST_F(Booklet, TellsWhichFontsStandInForThoseWishedFirst) {
    const test::TemporaryFolder folder;
    std::string xml = TemplateStore().read("fonts.xml");
    xml.replace(xml.find("<family>"), 8, "<family>没有的字体</family><family>");
    std::ofstream(folder / "fonts.xml") << xml;
    lay_out(small_document(), diagnostics_, {}, TemplateStore(folder.path().string()));
    bool told = false;
    for (const Diagnostic& entry : diagnostics_.entries()) {
        if (entry.code != Code::font_substituted) continue;
        EXPECT_EQ(entry.severity, Severity::info);
        told = told || (entry.arguments[0] == "title" && entry.arguments[1] == "没有的字体");
    }
    EXPECT_TRUE(told);
}

TEST_F(Booklet, ReportsAMistakeInTheTemplateWithItsLine) {
    const test::TemporaryFolder folder;
    std::string xml = TemplateStore().read("booklet.xml");
    xml.replace(xml.find("orientation=\"landscape\""),
                std::string("orientation=\"landscape\"").size(), "orientation=\"sideways\"");
    std::ofstream(folder / "booklet.xml") << xml;
    try {
        lay_out(small_document(), diagnostics_, {}, TemplateStore(folder.path().string()));
        FAIL();
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().code, Code::xml_bad_value);
        EXPECT_GT(error.diagnostic().place.line, 1u);
    }
}

TEST_F(Booklet, GroupHeadingsAreATemplatesChoiceAndNoText) {
    const test::TemporaryFolder folder;
    std::string xml = TemplateStore().read("booklet.xml");
    for (std::size_t at = 0;
         (at = xml.find("group-headings=\"false\"", at)) != std::string::npos;) {
        xml.replace(at, std::string("group-headings=\"false\"").size(), "group-headings=\"true\"");
    }
    std::ofstream(folder / "booklet.xml") << xml;
    const Document document = long_document();
    const typeset::PagedDocument booklet =
        lay_out(document, diagnostics_, {}, TemplateStore(folder.path().string()));
    EXPECT_EQ(test::texts_of(booklet, StructureRole::data_cell), test::cells_of(document));
    std::size_t headings = 0;
    for (const typeset::Page& page : booklet.pages) {
        for (const typeset::GlyphRun& run : page.layers.front().runs) {
            headings += run.text == "经济发展" && run.structure == typeset::no_structure;
        }
    }
    EXPECT_EQ(headings, 1u);
}

TEST_F(Booklet, SameDocumentGivesTheSameFrames) {
    const Document document = long_document();
    EXPECT_EQ(trace::to_trace(lay_out(document, diagnostics_)),
              trace::to_trace(lay_out(document, diagnostics_)));
}

// The decisions of typesetting, readable: golden/small.trace.txt. Set DUTYLIST_UPDATE_GOLDEN to
// write it anew, and read the difference before committing it.
TEST_F(Booklet, TraceOfASmallBookletIsTheGoldenOne) {
    const std::string file =
        std::string(DUTYLIST_SOURCE_DIR) + "/tests/exporters/trace/golden/small.trace.txt";
    const std::string trace = trace::to_trace(lay_out(small_document(), diagnostics_));
    if (std::getenv("DUTYLIST_UPDATE_GOLDEN")) std::ofstream(file) << trace;
    std::ifstream golden(file);
    const std::string expected((std::istreambuf_iterator<char>(golden)), {});
    const auto fonts = [](const std::string& text) { return text.substr(0, text.find("page 1")); };
    if (fonts(trace) != fonts(expected)) GTEST_SKIP() << "other fonts are installed here";
    EXPECT_EQ(trace, expected);
}

}  // namespace
}  // namespace dutylist::booklet
