#include "exporters/pdf/font_subset.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "tests/support/files.h"
#include "tests/support/paged_documents.h"
#include "tests/support/temporary_folder.h"

namespace dutylist::pdf {
namespace {

FontUsage use(const typeset::FontFace& face, std::u32string_view characters) {
    FontUsage usage;
    for (const char32_t character : characters) usage.note(face.glyph(character), "x");
    usage.finish();
    return usage;
}

std::span<const unsigned char> bytes_of(const FontSubset& subset) {
    return {reinterpret_cast<const unsigned char*>(subset.program.data()), subset.program.size()};
}

class Subset : public testing::Test {
protected:
    void SetUp() override {
        if (!test::cff_font() || !test::truetype_font()) GTEST_SKIP() << "fonts missing";
    }
};

TEST_F(Subset, OfCidKeyedFontKeepsItsCids) {
    FontUsage usage = use(*test::cff_font(), U"履职事项");
    const FontSubset subset = subset_font(*test::cff_font(), usage);
    EXPECT_TRUE(subset.is_cff);
    EXPECT_EQ(subset.cids.size(), 5u);  // with .notdef
    for (const UsedGlyph& used : usage.glyphs()) EXPECT_EQ(used.code, used.glyph);
    EXPECT_TRUE(is_cid_keyed(bytes_of(subset)));
    EXPECT_EQ(read_cff_charset(bytes_of(subset), 5), subset.cids);
}

TEST_F(Subset, OfTrueTypeNumbersItsGlyphsAnew) {
    FontUsage usage = use(*test::truetype_font(), U"履职事项");
    const FontSubset subset = subset_font(*test::truetype_font(), usage);
    EXPECT_FALSE(subset.is_cff);
    for (const UsedGlyph& used : usage.glyphs()) {
        EXPECT_GT(used.code, 0);
        EXPECT_LT(used.code, subset.cids.size());
    }
    EXPECT_LT(subset.program.size(), 20'000u);
}

TEST_F(Subset, OfAFontWithoutOutlinesIsRefused) {
    // The table of outlines under another name: nothing is left that a PDF can embed.
    std::string font = test::read_file(test::truetype_font()->file());
    const std::size_t outlines = font.find("glyf");
    ASSERT_LT(outlines, 500u);
    font[outlines] = 'x';
    const test::TemporaryFolder folder;
    test::write_file(folder / "bare.ttf", font);
    const typeset::FontFace bare(folder / "bare.ttf", 0);
    FontUsage usage = use(bare, U"履");
    try {
        subset_font(bare, usage);
        FAIL() << "a font without outlines was embedded";
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().code, Code::font_not_embeddable);
    }
}

TEST_F(Subset, IsTheSameForTheSameGlyphsInAnyOrder) {
    FontUsage forwards = use(*test::cff_font(), U"履职事项清单");
    FontUsage backwards = use(*test::cff_font(), U"单清项事职履履");
    EXPECT_EQ(subset_font(*test::cff_font(), forwards).program,
              subset_font(*test::cff_font(), backwards).program);
}

TEST_F(Subset, CharsetOfDamagedDataIsEmptyAndNeverReadsBeyondIt) {
    FontUsage usage = use(*test::cff_font(), U"履职事项");
    const FontSubset subset = subset_font(*test::cff_font(), usage);
    for (std::size_t length = 0; length < subset.program.size(); length += 7) {
        const std::vector<unsigned char> cut(subset.program.begin(),
                                             subset.program.begin() + static_cast<long>(length));
        const auto cids = read_cff_charset(cut, 5);
        EXPECT_TRUE(cids.empty() || cids == subset.cids);
    }
    for (std::size_t i = 0; i < 200; ++i) {
        std::vector<unsigned char> bent(subset.program.begin(), subset.program.end());
        bent[i % bent.size()] ^= static_cast<unsigned char>(0x11 * (i % 15 + 1));
        EXPECT_LE(read_cff_charset(bent, 5).size(), 5u);
    }
}

TEST(FontUsage, TextThatAGlyphMostlyStandsForWins) {
    FontUsage usage;
    for (const char* text : {"a", "b", "b", "c", "b"}) usage.note(7, text);
    usage.note(7, {});
    usage.note(3, {});
    usage.finish();
    EXPECT_EQ(usage.find(7).text, "b");
    EXPECT_EQ(usage.find(3).text, "");
    EXPECT_EQ(usage.glyphs().front().glyph, 3);
}

}  // namespace
}  // namespace dutylist::pdf
