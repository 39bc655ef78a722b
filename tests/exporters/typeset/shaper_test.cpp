#include "exporters/typeset/shaper.h"

#include <gtest/gtest.h>

#include "tests/support/fonts.h"

namespace dutylist::typeset {

// Everything through HarfBuzz at once, without what the shaper keeps.
struct WholeTextShaping {
    static Atoms shape(Shaper& shaper, std::string_view text) {
        Atoms atoms;
        shaper.shape_run(FontRole::table, text, atoms);
        return atoms;
    }
};

namespace {

using test::OneFont;

constexpr const char* sample =
    "党的建设：落实“三会一课”——开展12项工作，（含《条例》）…… 3.5% A4纸、乡·村／户～“合作社+村民”；"
    "‘四老’人员，2025年7月。〇㐀 fi Wi-Fi";

void expect_equal(const Atoms& fast, const Atoms& slow) {
    ASSERT_EQ(fast.size(), slow.size());
    for (std::size_t i = 0; i < fast.size(); ++i) {
        EXPECT_EQ(fast[i].glyph, slow[i].glyph) << "atom " << i;
        EXPECT_EQ(fast[i].advance, slow[i].advance) << "atom " << i;
        EXPECT_EQ(fast[i].begin, slow[i].begin) << "atom " << i;
        EXPECT_EQ(fast[i].end, slow[i].end) << "atom " << i;
        EXPECT_EQ(fast[i].type, slow[i].type) << "atom " << i;
    }
}

TEST(Shaper, FastWayGivesWhatHarfBuzzGivesForTheWholeText) {
    REQUIRE_FONT(test::noto_serif);
    OneFont noto(test::noto_serif, 2);
    expect_equal(noto.shaper.shape(FontRole::table, sample),
                 WholeTextShaping::shape(noto.shaper, sample));
}

TEST(Shaper, FastWayGivesWhatHarfBuzzGivesInATrueTypeFont) {
    REQUIRE_FONT(test::wenkai);
    OneFont kai(test::wenkai);
    expect_equal(kai.shaper.shape(FontRole::table, sample),
                 WholeTextShaping::shape(kai.shaper, sample));
}

TEST(Shaper, KeepsEveryOneOfManyMarksOnOneBase) {
    REQUIRE_FONT(test::noto_serif);
    OneFont noto(test::noto_serif, 2);
    std::string text = "要e";
    for (int i = 0; i < 1000; ++i) text += "\u0301";
    text += "办";
    std::uint32_t reached = 0;
    for (const Atom& atom : noto.shaper.shape(FontRole::table, text)) {
        if (!atom.first_of_cluster) continue;
        EXPECT_EQ(atom.begin, reached);
        reached = atom.end;
    }
    EXPECT_EQ(reached, text.size());
}

TEST(Shaper, EveryCommonHanIsOneEmAndOneCharacter) {
    REQUIRE_FONT(test::noto_serif);
    OneFont noto(test::noto_serif, 2);
    std::string text;
    for (char32_t c = 0x4E00; c < 0x9FA6; c += 7) {
        text += static_cast<char>(0xE0 | (c >> 12));
        text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    }
    const Atoms atoms = noto.shaper.shape(FontRole::table, text);
    ASSERT_EQ(atoms.size() * 3, text.size());
    for (const Atom& atom : atoms) EXPECT_EQ(atom.advance, 1.0F);
    expect_equal(atoms, WholeTextShaping::shape(noto.shaper, text));
}

TEST(Shaper, AtomsCoverEveryByteOnceInOrder) {
    REQUIRE_FONT(test::noto_serif);
    OneFont noto(test::noto_serif, 2);
    std::uint32_t at = 0;
    for (const Atom& atom : noto.shaper.shape(FontRole::table, sample)) {
        EXPECT_EQ(atom.begin, at);
        at = atom.end;
    }
    EXPECT_EQ(at, std::string_view(sample).size());
}

TEST(Shaper, ProportionalQuotesStandOnOneEm) {
    REQUIRE_FONT(test::wenkai);
    OneFont kai(test::wenkai);
    const Atoms atoms = kai.shaper.shape(FontRole::table, "的“四”的");
    ASSERT_EQ(atoms.size(), 5u);
    EXPECT_EQ(atoms[1].advance, 1.0F);
    EXPECT_GE(atoms[1].blank_before, 0.4F);
    EXPECT_EQ(atoms[3].advance, 1.0F);
    EXPECT_GE(atoms[3].blank_after, 0.4F);
}

TEST(Shaper, BlankOfMarksIsMeasuredWhereTheFontHasNoHalt) {
    REQUIRE_FONT(test::wenkai);
    OneFont kai(test::wenkai);
    const Atoms atoms = kai.shaper.shape(FontRole::table, "，（");
    ASSERT_EQ(atoms.size(), 2u);
    EXPECT_GT(atoms[0].blank_after, 0.3F);
    EXPECT_EQ(atoms[0].blank_before, 0.0F);
    EXPECT_GT(atoms[1].blank_before, 0.3F);
}

TEST(Shaper, NamesTheCharacterThatNoFontHas) {
    REQUIRE_FONT(test::noto_serif);
    OneFont noto(test::noto_serif, 2);
    std::vector<MissingCharacter> missing;
    const Atoms atoms = noto.shaper.shape(FontRole::table, "乡\U0010FFF0村", &missing);
    ASSERT_EQ(missing.size(), 1u);
    EXPECT_EQ(missing[0].character, char32_t{0x10FFF0});
    EXPECT_EQ(missing[0].offset, 3u);
    ASSERT_EQ(atoms.size(), 3u);
    EXPECT_EQ(atoms[1].glyph, noto.fonts.face(0).glyph(U'〓'));
}

}  // namespace
}  // namespace dutylist::typeset
