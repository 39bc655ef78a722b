#include <gtest/gtest.h>

#include "pipeline/text/character_class.h"
#include "pipeline/text/chinese_number.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

TEST(Utf8, CountsCharactersAndUtf16Units) {
    EXPECT_EQ(count_characters("县a😀"), 3u);
    EXPECT_EQ(count_utf16_units("县a😀"), 4u);
}

TEST(Utf8, WalksBothWays) {
    const std::string_view text = "a县😀";
    EXPECT_EQ(decode_at(text, 1).character, U'县');
    EXPECT_EQ(decode_before(text, text.size()).character, U'😀');
    EXPECT_EQ(decode_before(text, 0).bytes, 0u);
}

TEST(WhiteSpace, BecomesOneBlankOrOneLineFeed) {
    EXPECT_EQ(normalised_white_space("　一 \t 二\r\n \n三 "), "一 二\n三");
    EXPECT_EQ(without_white_space("一　二\u00A0三"), "一二三");
}

TEST(DisplayWidth, CountsHanAndChineseMarksAsTwo) {
    EXPECT_EQ(display_width("水利局 25"), 9);
    EXPECT_EQ(display_width("“一”"), 6);
    EXPECT_EQ(display_width("e\u0301"), 1);
}

TEST(ChineseNumber, ReadsAndWritesEveryForm) {
    EXPECT_EQ(parse_number("一百零三"), 103);
    EXPECT_EQ(parse_number("十二"), 12);
    EXPECT_EQ(parse_number("二〇二五"), 2025);
    EXPECT_EQ(parse_number("１２"), 12);
    EXPECT_EQ(parse_number("十百"), std::nullopt);
    EXPECT_EQ(parse_number("一二三四五"), std::nullopt);
    EXPECT_EQ(parse_number(""), std::nullopt);
}

TEST(ChineseNumber, RoundTripsFromOneTo9999) {
    for (int number = 1; number <= 9999; ++number)
        ASSERT_EQ(parse_number(chinese_number(number)), number);
}

}  // namespace
}  // namespace dutylist
