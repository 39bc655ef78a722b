#include "pipeline/compare/character_difference.h"

#include <random>

#include <gtest/gtest.h>

#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

std::string marked(std::string_view before, std::string_view after) {
    std::string text;
    for (const Segment& segment : character_difference(before, after)) {
        switch (segment.kind) {
            case Segment::Kind::equal:
                text += segment.text;
                break;
            case Segment::Kind::removed:
                text += "[-" + segment.text + "-]";
                break;
            case Segment::Kind::added:
                text += "{+" + segment.text + "+}";
                break;
        }
    }
    return text;
}

TEST(CharacterDifference, EqualTextsAreOneStretch) {
    EXPECT_EQ(marked("收养登记", "收养登记"), "收养登记");
    EXPECT_EQ(marked("", ""), "");
}

TEST(CharacterDifference, ShowsInsertedAndDeletedCharacters) {
    EXPECT_EQ(marked("组织开展宣传教育工作", "组织开展法治宣传教育"),
              "组织开展{+法治+}宣传教育[-工作-]");
}

TEST(CharacterDifference, OneSideMayBeEmpty) {
    EXPECT_EQ(marked("", "新"), "{+新+}");
    EXPECT_EQ(marked("旧", ""), "[-旧-]");
}

TEST(CharacterDifference, WhiteSpaceIsNotCompared) {
    EXPECT_EQ(marked("注册登记 核发", "注册登记核发"), "注册登记核发");
}

TEST(CharacterDifference, ShortStretchesBetweenLargerChangesAreTakenIn) {
    EXPECT_EQ(marked("甲乙丙丁戊", "子丑丙寅卯"), "[-甲乙丙丁戊-]{+子丑丙寅卯+}");
}

TEST(CharacterDifference, EveryShortStretchBetweenLargerChangesIsTakenIn) {
    EXPECT_EQ(marked("一二三甲四五六乙七八九", "子丑寅甲卯辰巳乙午未申"),
              "[-一二三甲四五六乙七八九-]{+子丑寅甲卯辰巳乙午未申+}");
}

TEST(CharacterDifference, TextsThatDifferTooMuchAreReplacedBetweenTheirEnds) {
    std::string before = "头";
    std::string after = "头";
    for (int i = 0; i < 4000; ++i) {
        before += "甲";
        after += "乙";
    }
    const auto segments = character_difference(before + "尾", after + "尾");
    ASSERT_EQ(segments.size(), 4u);
    EXPECT_EQ(segments.front().text, "头");
    EXPECT_EQ(segments.back().text, "尾");
}

TEST(CharacterDifference, SegmentsAlwaysGiveBothTextsBack) {
    std::mt19937 random(7);
    static const char* const letters[] = {"甲", "乙", "丙", "丁", " ", "\n"};
    for (int round = 0; round < 2000; ++round) {
        const auto text = [&] {
            std::string made;
            for (auto n = random() % 30; n > 0; --n) made += letters[random() % 6];
            return made;
        };
        const std::string before = text();
        const std::string after = text();
        std::string old_text;
        std::string new_text;
        for (const Segment& segment : character_difference(before, after)) {
            if (segment.kind != Segment::Kind::added) old_text += segment.text;
            if (segment.kind != Segment::Kind::removed) new_text += segment.text;
        }
        ASSERT_EQ(without_white_space(old_text), without_white_space(before));
        ASSERT_EQ(without_white_space(new_text), without_white_space(after));
    }
}

}  // namespace
}  // namespace dutylist
