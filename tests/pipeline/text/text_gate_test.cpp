#include "pipeline/text/text_gate.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist {
namespace {

using namespace std::string_literals;

Code refusal(std::string bytes, std::optional<std::string_view> wanted = {}) {
    Diagnostics diagnostics;
    try {
        pass_text_gate(std::move(bytes), "list.txt", diagnostics, wanted);
    } catch (const JobError& error) {
        return error.diagnostic().code;
    }
    return Code::internal_failure;
}

TEST(TextGate, LetsUtf8PassAsItIs) {
    Diagnostics diagnostics;
    const GatedText gated = pass_text_gate("序号\t事项\n", "list.txt", diagnostics);
    EXPECT_EQ(gated.text, "序号\t事项\n");
    EXPECT_EQ(gated.encoding, "UTF-8");
    EXPECT_TRUE(diagnostics.entries().empty());
}

TEST(TextGate, TakesTheByteOrderMarkOff) {
    Diagnostics diagnostics;
    const GatedText gated = pass_text_gate("\xEF\xBB\xBF序号", "list.txt", diagnostics);
    EXPECT_EQ(gated.text, "序号");
    EXPECT_EQ(gated.mark_bytes, 3u);
}

TEST(TextGate, ReadsGb18030WhereItIsNotUtf8) {
    Diagnostics diagnostics;
    EXPECT_EQ(pass_text_gate("\xD0\xF2\xBA\xC5", "list.txt", diagnostics).text, "序号");
    EXPECT_EQ(diagnostics.count(Code::text_decoded), 1u);
}

TEST(TextGate, NamesThePlaceOfADamagedByteInUtf8) {
    std::string bytes;
    for (int i = 0; i < 20; ++i) bytes += "序号";
    bytes.insert(60, 1, '\xFF');
    Diagnostics diagnostics;
    try {
        pass_text_gate(bytes, "list.txt", diagnostics);
        FAIL();
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().arguments[1], "UTF-8");
        EXPECT_EQ(error.diagnostic().arguments[2], "61");
    }
}

TEST(TextGate, ReadsTheFourByteFormsOfGb18030) {
    Diagnostics diagnostics;
    EXPECT_EQ(pass_text_gate("\xD0\xF2\x95\x32\x82\x36", "list.txt", diagnostics).text, "序𠀀");
}

TEST(TextGate, TakesGb2312ForGb18030) {
    Diagnostics diagnostics;
    EXPECT_EQ(pass_text_gate("\xD0\xF2\x80\xA0"s.substr(0, 2), "a.html", diagnostics, {}, "gb2312")
                  .encoding,
              "GB18030");
}

TEST(TextGate, ReadsUtf16WithAndWithoutMark) {
    Diagnostics diagnostics;
    EXPECT_EQ(pass_text_gate("\xFF\xFE\x8F\x5E"s, "list.txt", diagnostics).text, "序");
    EXPECT_EQ(pass_text_gate("1\0\t\0\x8F\x5E"s, "list.txt", diagnostics).text, "1\t序");
    EXPECT_EQ(pass_text_gate("\0001\0\t\x5E\x8F"s, "list.txt", diagnostics).text, "1\t序");
}

TEST(TextGate, DoubtsADeclarationThatTheBytesDeny) {
    Diagnostics diagnostics;
    EXPECT_EQ(pass_text_gate("序号", "page.html", diagnostics, {}, "gb2312").text, "序号");
}

TEST(TextGate, BelievesTheUserWhateverTheBytesLookLike) {
    EXPECT_EQ(refusal("\xD0\xF2", "utf-8"), Code::text_undecodable);
}

TEST(TextGate, RemovesControlCharactersAndSaysWhere) {
    Diagnostics diagnostics;
    const GatedText gated = pass_text_gate("一\n二\x0B三", "list.txt", diagnostics);
    EXPECT_EQ(gated.text, "一\n二三");
    ASSERT_EQ(diagnostics.count(Code::text_control_character), 1u);
    EXPECT_EQ(to_string(diagnostics.entries().front().place), "list.txt:2:2");
    EXPECT_EQ(gated.removed_bytes, 1u);
}

TEST(TextGate, CountsControlCharactersBeyondTheFirstInOneDiagnostic) {
    Diagnostics diagnostics;
    const GatedText gated =
        pass_text_gate("甲" + std::string(1'000'000, '\1') + "乙", "list.txt", diagnostics);
    EXPECT_EQ(gated.text, "甲乙");
    EXPECT_EQ(gated.removed_bytes, 1'000'000u);
    ASSERT_EQ(diagnostics.entries().size(), Diagnostics::most_alike + 1);
    const Diagnostic& rest = diagnostics.entries().back();
    EXPECT_EQ(rest.code, Code::diagnostics_more);
    EXPECT_EQ(to_string(rest.place), "list.txt:1:2");
    EXPECT_EQ(rest.arguments, (std::vector<Argument>{"text.control-character",
                                                     1'000'000 - Diagnostics::most_alike}));
}

TEST(TextGate, CountsThemInTextThatALibraryDecodedAsWell) {
    Diagnostics diagnostics;
    for (int cell = 0; cell < 1000; ++cell)
        EXPECT_EQ(clean_text("甲\1", {"list.xlsx", {}, 0, 0}, diagnostics), "甲");
    EXPECT_EQ(diagnostics.entries().size(), Diagnostics::most_alike + 1);
}

TEST(TextGate, TurnsAllLineEndsIntoLineFeeds) {
    Diagnostics diagnostics;
    EXPECT_EQ(pass_text_gate("a\r\nb\rc\n", "list.txt", diagnostics).text, "a\nb\nc\n");
}

TEST(TextGate, NamesBinaryFilesAsWhatTheyAre) {
    EXPECT_EQ(refusal("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s), Code::text_binary);
}

TEST(TextGate, RefusesWhatNoEncodingExplains) {
    EXPECT_EQ(refusal("\xD0\xF2\xFF\xFF"), Code::text_undecodable);
}

TEST(TextGate, RefusesEncodingsItDoesNotKnow) {
    EXPECT_EQ(refusal("a", "klingon"), Code::text_unknown_encoding);
}

TEST(CleanText, RefusesSurrogatesOverlongFormsAndNoncharacters) {
    EXPECT_TRUE(is_clean_text("事项\n𠀀😀"));
    EXPECT_FALSE(is_clean_text("\xED\xA0\x80"));
    EXPECT_FALSE(is_clean_text("\xC0\xAF"));
    EXPECT_FALSE(is_clean_text("\xEF\xBF\xBE"));
    EXPECT_FALSE(is_clean_text("a\x01"));
}

}  // namespace
}  // namespace dutylist
