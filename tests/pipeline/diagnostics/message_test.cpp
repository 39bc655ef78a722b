#include "pipeline/diagnostics/message.h"

#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/diagnostic.h"

namespace dutylist {
namespace {

TEST(Message, HasTextsNumbersAndPlacesAsArguments) {
    EXPECT_EQ(in_words(Argument("清单"), Language::english), "清单");
    EXPECT_EQ(in_words(Argument(1'234'567'890'123), Language::english), "1234567890123");
    EXPECT_EQ(in_words(Argument(SourceLocation{"a.txt", {}, 3, 4}), Language::english),
              "a.txt:3:4");
    EXPECT_EQ(in_words(Argument(std::filesystem::path("甲/乙.txt")), Language::english),
              "甲/乙.txt");
    EXPECT_EQ(in_words(Argument(), Language::english), "");
}

TEST(Message, TellsAReasonInTheLanguageOfTheMessageAroundIt) {
    const Message message{Code::xml_malformed, {Message{Code::reason_xml_attribute_twice, {"n"}}}};
    EXPECT_EQ(in_words(message, Language::chinese), "XML 格式有误：属性“n”重复。请改正此处。");
    EXPECT_EQ(in_words(message, Language::english),
              "The XML is not well-formed: the attribute “n” stands twice. Correct it here.");
}

TEST(Message, TellsReasonsOfReasonsInsideAList) {
    const Message inner{Code::reason_about, {"a.xml", Message{Code::zip_checksum, {}}}};
    const Message middle{Code::container_damaged, {"甲.docx", inner}};
    const Message outer{Code::output_not_verified, {"乙", std::vector<Argument>{middle, 7, "丙"}}};
    EXPECT_EQ(
        in_words(outer, Language::chinese),
        "“乙”写完后核对不符（“甲.docx”已损坏或不完整（a.xml: "
        "校验不符），请重新获取，或用原来的程序打开后另存。、7、丙），没有替换原有文件；请检查"
        "磁盘空间后重试。");
    EXPECT_EQ(
        in_words(outer, Language::english),
        "“乙” did not pass its check after writing (“甲.docx” is damaged or incomplete (a.xml: "
        "CRC error); get it again, or open it in its own program and save it., 7, 丙); the old "
        "file stands. Check disk space, then try again.");
}

TEST(Message, JoinsNamesAsTheLanguageDoes) {
    const std::vector<std::string> names{"甲乡", "乙镇"};
    EXPECT_EQ(in_words(Argument(names), Language::chinese), "甲乡、乙镇");
    EXPECT_EQ(in_words(Argument(names), Language::english), "甲乡, 乙镇");
}

TEST(Message, ReadsNoTextAsAPatternOrAsAReason) {
    const Message message{Code::input_missing, {"{1}\x1Ereason.some-text\x1F"}};
    EXPECT_EQ(in_words(message, Language::english),
              "There is no file “{1}<U+001E>reason.some-text<U+001F>”; check its name and folder.");
}

TEST(Message, ShowsWhatCouldCommandATerminal) {
    const Diagnostic diagnostic =
        make_diagnostic(Code::input_missing, {"\x1b[2Ja\xff", {}, 1, 0}, {"甲\n\x1b[31m\u202E乙"});
    EXPECT_EQ(
        to_line(diagnostic, Language::english),
        "<U+001B>[2Ja\uFFFD:1: error: There is no file “甲↵<U+001B>[31m<U+202E>乙”; check its "
        "name and folder. [input.missing]");
}

TEST(Message, IsEqualToOneOfTheSameCodeAndArguments) {
    const Message message{Code::reason_about, {"a", Message{Code::zip_checksum, {}}}};
    EXPECT_EQ(message, (Message{Code::reason_about, {"a", Message{Code::zip_checksum, {}}}}));
    EXPECT_NE(message, (Message{Code::reason_about, {"a", Message{Code::zip_incomplete, {}}}}));
    EXPECT_NE(Argument(4), Argument("4"));
}

TEST(Message, ReplacesANameWhereverItStands) {
    const Argument argument(
        std::vector<Argument>{"t.tmp", Message{Code::reason_about, {"in t.tmp", 5}}});
    EXPECT_EQ(in_words(argument.with_text_replaced("t.tmp", "t.xml"), Language::english),
              "t.xml, in t.xml: 5");
}

}  // namespace
}  // namespace dutylist
