#include "pipeline/check/phrase_matcher.h"

#include <gtest/gtest.h>

#include "pipeline/check/text_index.h"

namespace dutylist::check {
namespace {

constexpr std::array<std::u32string_view, 5> phrases{U"甲乙", U"甲", U"甲乙丙丁", U"乙丙", U"甲乙"};

TEST(PhraseMatcher, TakesTheLongestPhraseAtEachPlace) {
    const PhraseMatcher matcher(phrases);
    std::vector<std::size_t> found;
    matcher.for_each(U"乙丙甲乙丙甲甲乙丙丁", [&](const PhraseMatcher::Match& match) {
        found.push_back(match.phrase * 100 + match.begin * 10 + match.end - match.begin);
    });
    EXPECT_EQ(found, (std::vector<std::size_t>{302, 22, 151, 264}));
}

TEST(PhraseMatcher, KnowsAllThatBeginAtOnePlaceTheShortestFirst) {
    const PhraseMatcher matcher(phrases);
    std::vector<std::size_t> found;
    matcher.for_each_at(U"甲乙丙丁", 0,
                        [&](const PhraseMatcher::Match& match) { found.push_back(match.phrase); });
    EXPECT_EQ(found, (std::vector<std::size_t>{1, 0, 2}));
}

TEST(PhraseMatcher, FindsCharactersBeyondTheBasicPlane) {
    constexpr std::array<std::u32string_view, 1> rare{U"𠮷家"};
    PhraseMatcher::Match match;
    EXPECT_TRUE(PhraseMatcher(rare).match_at(U"在𠮷家", 1, match));
    EXPECT_EQ(match.end, 3u);
}

TEST(TextIndex, TellsWherePhrasesStandUnquoted) {
    CellCharacters text;
    TextIndex index;
    text.assign("“甲乙”");
    index.add({0, 0, 0}, text);
    text.assign("一《甲乙》甲乙");
    index.add({0, 1, 2}, text);
    constexpr std::array<std::u32string_view, 3> wanted{U"甲乙", U"乙", U"丙"};
    const auto found = index.unquoted(wanted);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].phrase, 0u);
    EXPECT_EQ(found[0].spot.place, (Place{0, 1, 2}));
    EXPECT_EQ(found[0].spot.span, (TextSpan{15, 21}));
    EXPECT_EQ(found[1].spot.span, (TextSpan{18, 21}));
    EXPECT_EQ(index.contained(wanted), (std::vector<bool>{true, true, false}));
}

}  // namespace
}  // namespace dutylist::check
