// No character is lost, doubled or clipped on the way to the frames, whatever the lists hold.
#include <algorithm>

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/text/utf8.h"
#include "tests/support/booklets.h"
#include "tests/support/document_generator.h"
#include "tests/support/fonts.h"

namespace dutylist::booklet {
namespace {

using typeset::StructureRole;

// Everything drawn lies on its page's type area; a mark that is trimmed at a line's end may reach
// over by the blank half of its box.
void expect_inside(const typeset::PagedDocument& booklet) {
    constexpr double mm = 72 / 25.4;
    for (const typeset::Page& page : booklet.pages) {
        const typeset::Layer& layer = page.layers.front();
        const bool turned = page.rotate != 0;
        const double left = turned ? 0 : 26 * mm - 0.1;
        const double right = turned ? 225 * mm : 184 * mm;
        const double top = turned ? 0 : 37 * mm;
        const double bottom = top + (turned ? 156 : 225) * mm;
        for (const typeset::GlyphRun& run : layer.runs) {
            double x = run.origin.x;
            EXPECT_GE(x, left - 0.5) << run.text;
            for (const typeset::Glyph& glyph : run.glyphs) x += glyph.advance;
            EXPECT_LE(x, right + 0.5) << run.text;
            EXPECT_GE(run.origin.y, top) << run.text;
            EXPECT_LE(run.origin.y, bottom) << run.text;
        }
    }
}

// Where the ink of a run may begin: an opening mark's box begins with half an em of blank, which
// squeezing may push over the edge of its line.
double ink_begin(const typeset::GlyphRun& run) {
    static constexpr std::u32string_view openers = U"“‘（《〈「『【";
    const bool opener = !run.text.empty() &&
                        openers.find(decode_at(run.text, 0).character) != std::u32string_view::npos;
    return run.origin.x + (opener ? run.size / 2 : 0);
}

// Runs do not cross the vertical rules of their table.
void expect_no_rule_crossed(const typeset::PagedDocument& booklet) {
    for (const typeset::Page& page : booklet.pages) {
        const typeset::Layer& layer = page.layers.front();
        for (const typeset::Fill& fill : layer.fills) {
            if (fill.area.height < 2 || fill.area.width > 2) continue;
            const double rule = fill.area.x + fill.area.width / 2;
            for (const typeset::GlyphRun& run : layer.runs) {
                if (run.origin.y < fill.area.y || run.origin.y > fill.area.y + fill.area.height) {
                    continue;
                }
                double end = run.origin.x;
                for (const typeset::Glyph& glyph : run.glyphs) end += glyph.advance;
                EXPECT_FALSE(ink_begin(run) < rule - 0.3 && end > rule + 0.3) << run.text;
            }
        }
    }
}

TEST(BookletText, IsThatOfEveryCellOnceInOrder) {
    REQUIRE_FONT(test::noto_serif);
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        const Document document = test::generate_document(seed);
        Diagnostics diagnostics;
        const typeset::PagedDocument booklet = test::lay_out(document, diagnostics);
        EXPECT_EQ(test::texts_of(booklet, StructureRole::data_cell), test::cells_of(document))
            << "seed " << seed;
    }
}

TEST(BookletText, StaysInsideCellsAndTypeArea) {
    REQUIRE_FONT(test::noto_serif);
    for (std::uint32_t seed = 100; seed < 130; ++seed) {
        const Document document = test::generate_document(seed);
        Diagnostics diagnostics;
        const typeset::PagedDocument booklet = test::lay_out(document, diagnostics);
        expect_inside(booklet);
        expect_no_rule_crossed(booklet);
    }
}

Document with_name(const std::string& name) {
    Document document;
    document.title = "履职事项清单";
    document.unit = {"", "", "云溪县", "青石镇"};
    DutyList& list = document.lists.emplace_back();
    list.columns = {
        {CellRole::number, "序号"}, {CellRole::category, "事项类别"}, {CellRole::name, "事项名称"}};
    Item& item = list.items.emplace_back();
    item.number = 1;
    item.cells.resize(3);
    item.cells[0].text = "1";
    item.cells[1].text = "党的建设";
    item.cells[2].text = name;
    return document;
}

void expect_whole(const Document& document) {
    Diagnostics diagnostics;
    const typeset::PagedDocument booklet = test::lay_out(document, diagnostics);
    EXPECT_EQ(test::texts_of(booklet, StructureRole::data_cell), test::cells_of(document));
    expect_inside(booklet);
    expect_no_rule_crossed(booklet);
}

TEST(BookletText, TakesACellOfThirtyThousandCharacters) {
    REQUIRE_FONT(test::noto_serif);
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "负责本镇有关工作，并";
    expect_whole(with_name(text));
}

TEST(BookletText, TakesATokenOfFiveHundredCharactersWithoutABreak) {
    REQUIRE_FONT(test::noto_serif);
    expect_whole(with_name("见网址" + std::string(500, 'w') + "。"));
    expect_whole(with_name(std::string(500, '9')));
}

TEST(BookletText, TakesTwoHundredClauses) {
    REQUIRE_FONT(test::noto_serif);
    Document document = with_name("工作");
    Cell& cell = document.lists[0].items[0].cells[2];
    cell.text.clear();
    for (int i = 1; i <= 200; ++i) {
        if (i > 1) cell.text += '\n';
        Block block;
        block.kind = BlockKind::clause;
        block.label.begin = static_cast<std::uint32_t>(cell.text.size());
        cell.text += std::to_string(i) + ".";
        block.label.end = block.text.begin = static_cast<std::uint32_t>(cell.text.size());
        cell.text += "做好第" + std::to_string(i) + "项工作，按时报告；";
        block.text.end = static_cast<std::uint32_t>(cell.text.size());
        cell.blocks.push_back(block);
    }
    expect_whole(document);
}

TEST(BookletText, SetsAnEmptyListAsATitleAndAHead) {
    REQUIRE_FONT(test::noto_serif);
    Document document = with_name("工作");
    document.lists[0].items.clear();
    Diagnostics diagnostics;
    const typeset::PagedDocument booklet = test::lay_out(document, diagnostics);
    EXPECT_EQ(test::texts_of(booklet, StructureRole::header_cell).size(), 3u);
    EXPECT_TRUE(test::texts_of(booklet, StructureRole::data_cell).empty());
}

TEST(BookletText, TakesADocumentWithoutLists) {
    REQUIRE_FONT(test::noto_serif);
    Document document = with_name("工作");
    document.lists.clear();
    Diagnostics diagnostics;
    EXPECT_FALSE(test::lay_out(document, diagnostics).pages.empty());
}

TEST(BookletText, ReportsACharacterThatNoFontHasWithItsPlace) {
    REQUIRE_FONT(test::noto_serif);
    Document document = with_name("负责\U0010FFF0工作");
    auto origin = std::make_shared<const SourceOrigin>(SourceOrigin{"list.txt", ""});
    document.lists[0].items[0].cells[2].source = SourceMap(origin);
    document.lists[0].items[0].cells[2].source.add({0, 17, 8});
    Diagnostics diagnostics;
    const typeset::PagedDocument booklet = test::lay_out(document, diagnostics);
    ASSERT_EQ(diagnostics.count(Code::font_glyph_missing), 1u);
    const Diagnostic& entry =
        *std::find_if(diagnostics.entries().begin(), diagnostics.entries().end(),
                      [](const Diagnostic& one) { return one.code == Code::font_glyph_missing; });
    EXPECT_EQ(entry.place.file, "list.txt");
    EXPECT_EQ(entry.place.line, 17u);
    EXPECT_EQ(entry.place.column, 10u);
    EXPECT_EQ(test::texts_of(booklet, StructureRole::data_cell), test::cells_of(document));
}

}  // namespace
}  // namespace dutylist::booklet
