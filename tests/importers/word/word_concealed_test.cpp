#include <gtest/gtest.h>

#include "importers/word/word_importer.h"
#include "pipeline/diagnostics/codes.h"
#include "tests/support/drafts.h"
#include "tests/support/zip_archive.h"

// Hidden and struck-out text of Word documents is read, and told with its place.

namespace dutylist {
namespace {

using test::to_lines;
using test::told;

test::Read read_body_xml(const std::string& body, const std::string& styles = {}) {
    test::ArchiveParts parts;
    if (!styles.empty()) {
        parts.emplace_back("word/styles.xml",
                           "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/"
                           "wordprocessingml/2006/main\">" +
                               styles + "</w:styles>");
    }
    return test::read_bytes(read_word, test::make_word_document(body, parts));
}

std::string run(const std::string& text, const std::string& properties = {}) {
    return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r>";
}
std::string paragraph(const std::string& runs, const std::string& properties = {}) {
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
}
std::string cell(const std::string& content, const std::string& properties = {}) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
}
std::string row(const std::string& cells, const std::string& properties = {}) {
    return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}
std::string table(const std::string& rows) { return "<w:tbl>" + rows + "</w:tbl>"; }

const std::string white_text = "<w:color w:val=\"FFFFFF\"/>";

TEST(WordConcealed, TellsOfStruckOutTextOnceForRunsThatFollowEachOther) {
    const auto read =
        read_body_xml(paragraph(run("组织") + run("全", "<w:strike/>") + run("乡", "<w:dstrike/>") +
                                run("党员", "<w:strike w:val=\"0\"/>")) +
                      paragraph(run("取消", "<w:dstrike w:val=\"true\"/>")));
    EXPECT_EQ(to_lines(read.draft), "¶ 组织全乡党员\n¶ 取消\n");
    EXPECT_EQ(told(read, Code::text_struck), "list:1:3 全乡\nlist:2:1 取消\n");
}

TEST(WordConcealed, ReadsHiddenTextAndTellsOfIt) {
    const auto read = read_body_xml(
        paragraph(run("显") + run("藏", "<w:vanish/>") + run("示", "<w:webHidden/>")));
    EXPECT_EQ(to_lines(read.draft), "¶ 显藏示\n");
    EXPECT_EQ(told(read, Code::text_hidden), "list:1:2 藏 (隐藏文字)\n");
}

TEST(WordConcealed, TellsOfTextInTheColourOfItsBackground) {
    const std::string dark = "<w:shd w:val=\"clear\" w:fill=\"1F4E79\"/>";
    const auto read = read_body_xml(
        paragraph(run("白", white_text)) + paragraph(run("字", white_text), dark) +
        paragraph(run("黄", "<w:color w:val=\"FFFF00\"/><w:highlight w:val=\"yellow\"/>")) +
        table(row(cell(paragraph(run("头", white_text)), dark) +
                  cell(paragraph(run("藏", white_text))))));
    EXPECT_EQ(told(read, Code::text_hidden),
              "list:1:1 白 (文字与底色同色)\nlist:3:1 黄 (文字与底色同色)\n"
              "list:5:1 藏 (文字与底色同色)\n");
}

TEST(WordConcealed, LetsTextStandOutFromTheShadingOfATableStyle) {
    const auto read = read_body_xml(
        table("<w:tblPr><w:tblStyle w:val=\"T\"/></w:tblPr>" +
              row(cell(paragraph(run("头", white_text)))) +
              row(cell(paragraph(run("藏", white_text))))),
        "<w:style w:type=\"table\" w:styleId=\"T\"><w:tblStylePr w:type=\"firstRow\"><w:tcPr>"
        "<w:shd w:val=\"clear\" w:fill=\"4472C4\"/></w:tcPr></w:tblStylePr></w:style>");
    EXPECT_EQ(told(read, Code::text_hidden), "list:2:1 藏 (文字与底色同色)\n");
}

TEST(WordConcealed, TellsOfTinyText) {
    const auto read = read_body_xml(paragraph(run("小", "<w:sz w:val=\"2\"/>") +
                                              run("大", "<w:sz w:val=\"18\"/>") +
                                              run("窄", "<w:w w:val=\"1\"/>")));
    EXPECT_EQ(told(read, Code::text_hidden),
              "list:1:1 小 (字号不到 2 磅)\nlist:1:3 窄 (字号不到 2 磅)\n");
}

TEST(WordConcealed, TellsOfAHiddenRowOnce) {
    const auto read = read_body_xml(
        table(row(cell(paragraph(run("1"))) + cell(paragraph(run("甲")))) +
              row(cell(paragraph(run("2"))) + cell(paragraph(run("乙"))), "<w:hidden/>") +
              row(cell(paragraph(run("3"))) + cell(paragraph(run("丙"))),
                  "<w:trHeight w:val=\"1\" w:hRule=\"exact\"/>")));
    EXPECT_EQ(to_lines(read.table()), "1|甲\n2|乙\n3|丙\n");
    EXPECT_EQ(told(read, Code::text_hidden),
              "list:3:1 2 乙 (所在的行已隐藏)\nlist:5:1 3 丙 (所在的行已隐藏)\n");
}

TEST(WordConcealed, TakesTheLookFromStyles) {
    const auto read = read_body_xml(
        paragraph(run("甲"), "<w:pStyle w:val=\"P\"/>") +
            paragraph(run("乙", "<w:rStyle w:val=\"C\"/>") +
                      run("丙", "<w:rStyle w:val=\"C\"/><w:strike w:val=\"0\"/>")),
        "<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:rPr><w:vanish/></w:rPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"P\"><w:basedOn w:val=\"B\"/></w:style>"
        "<w:style w:type=\"character\" w:styleId=\"C\"><w:rPr><w:strike/></w:rPr></w:style>");
    EXPECT_EQ(told(read, Code::text_hidden), "list:1:1 甲 (隐藏文字)\n");
    EXPECT_EQ(told(read, Code::text_struck), "list:2:1 乙\n");
}

TEST(WordConcealed, CountsWhatIsHiddenBeyondTheFirst) {
    std::string rows;
    for (int i = 0; i < 1000; ++i) rows += row(cell(paragraph(run("甲"))), "<w:hidden/>");
    const auto read = read_body_xml(table(rows));
    EXPECT_EQ(read.diagnostics.count(Code::text_hidden), Diagnostics::most_alike);
    EXPECT_EQ(read.diagnostics.count(Code::diagnostics_more), 1u);
}

}  // namespace
}  // namespace dutylist
