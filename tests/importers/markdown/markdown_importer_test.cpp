#include "importers/markdown/markdown_importer.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "tests/support/drafts.h"

namespace dutylist {
namespace {

using test::read_bytes;
using test::to_lines;

std::string draft_of(const std::string& text) {
    return to_lines(read_bytes(read_markdown, text).draft);
}

TEST(MarkdownImporter, ReadsHeadingsLinesAndPipeTables) {
    EXPECT_EQ(draft_of("# 清单 #\n\n2025年7月\n\n| 序号 | 名称 |\n|:--|---|\n| 1 | 甲 |\n| 2 | 乙 "
                       "|\n\n后记\n"),
              "¶1 清单\n¶ 2025年7月\n▦\n# 序号|名称\n1|甲\n2|乙\n¶ 后记\n");
}

TEST(MarkdownImporter, PipesAtTheEndsMayBeLeftOut) {
    EXPECT_EQ(draft_of("序号 | 名称\n--- | ---\n1 | 甲\n"), "▦\n# 序号|名称\n1|甲\n");
}

TEST(MarkdownImporter, EscapesBreaksTagsAndReferencesInCells) {
    EXPECT_EQ(draft_of("|a|b|\n|-|-|\n|甲\\|乙|1\\. 丙；<br>2. **丁** &amp; \\<戊\\>|\n"),
              "▦\n# a|b\n甲|乙|1. 丙；↵2. 丁 & <戊>\n");
    EXPECT_EQ(draft_of("|a|b|\n|-|-|\n|1|<ol><li>甲</li><li>乙</li></ol>|\n"),
              "▦\n# a|b\n1|1.甲↵2.乙\n");
}

TEST(MarkdownImporter, AStarThatIsNoMarkupIsText) {
    EXPECT_EQ(draft_of("|a|b|\n|-|-|\n|3*4|**甲|\n"), "▦\n# a|b\n3*4|**甲\n");
}

TEST(MarkdownImporter, ReadsUnderlinedHeadings) {
    EXPECT_EQ(draft_of("清单\n====\n\n正文\n"), "¶1 清单\n¶ 正文\n");
}

TEST(MarkdownImporter, ReadsGridTablesByDisplayWidth) {
    EXPECT_EQ(draft_of("+------+----------+\n"
                       "| 序号 | 名称     |\n"
                       "+======+==========+\n"
                       "| 1    | 党的建设 |\n"
                       "|      | 工作     |\n"
                       "|      |          |\n"
                       "|      | 第二段   |\n"
                       "+------+----------+\n"
                       "| 2    | a b      |\n"
                       "|      | c        |\n"
                       "+------+----------+\n"),
              "▦\n# 序号|名称\n1|党的建设工作↵第二段\n2|a b c\n");
}

TEST(MarkdownImporter, ReadsSpansInGridTables) {
    EXPECT_EQ(draft_of("+---+----+----+\n"
                       "| 清单        |\n"
                       "+---+----+----+\n"
                       "| 1 | 甲 | 乙 |\n"
                       "+---+    +----+\n"
                       "| 2 |    | 丙 |\n"
                       "+---+----+----+\n"),
              "▦\n清单|^清单|^清单\n1|甲|乙\n2|^甲|丙\n");
}

TEST(MarkdownImporter, ReadsHtmlTables) {
    EXPECT_EQ(draft_of("## "
                       "清单\n\n<table>\n<tr><th>序号</th><th>名称</th></tr>\n<tr><td>1</"
                       "td><td>甲<br>乙</td></tr>\n"
                       "</table>\n\n后记\n"),
              "¶2 清单\n▦\n# 序号|名称\n1|甲↵乙\n¶ 后记\n");
}

TEST(MarkdownImporter, MapsTextToItsPlace) {
    const auto read = read_bytes(read_markdown, "|a|b|\n|-|-|\n| 甲 | 乙\\*丙 |\n");
    const DraftText& text = read.table().rows[1].cells[1].content;
    ASSERT_EQ(text.text, "乙*丙");
    EXPECT_EQ(to_string(text.source.locate(text.text, 0)), "list:3:7");
    EXPECT_EQ(to_string(text.source.locate(text.text, 4)), "list:3:10");
}

TEST(MarkdownImporter, ReadsTablesBehindManyThatAreNotClosed) {
    std::string text = "# 清单\n\n";
    for (int i = 0; i < 50'000; ++i) text += "<table>\n\n";
    text += "<table>\n<tr><td>甲</td></tr>\n</table>\n\n后记\n";
    const auto read = read_bytes(read_markdown, text);
    EXPECT_EQ(to_lines(read.draft), "¶1 清单\n▦\n甲\n¶ 后记\n");
}

TEST(MarkdownImporter, RecognisesTables) {
    const auto confidence = [](std::string bytes) {
        return recognise_markdown({"a", std::move(bytes)});
    };
    EXPECT_EQ(confidence("# 清单\n\n|a|b|\n|-|-|\n|1|2|\n"), Confidence::certain);
    EXPECT_EQ(confidence("+--+--+\n|a |b |\n+--+--+\n"), Confidence::certain);
    EXPECT_EQ(confidence("# 清单\n<table><tr><td>1</td></tr></table>\n"), Confidence::likely);
    EXPECT_EQ(confidence("# 清单\n\n序号\t名称\n1\t甲\n"), Confidence::no);
    EXPECT_EQ(confidence("a,b|c\nd,e|f\n"), Confidence::no);
}

TEST(MarkdownImporter, ReadsAndReportsATableOfHtmlThatDoesNotEnd) {
    const auto read = test::read_bytes(
        read_markdown,
        "# 清单\n\n<table>\n<tr><th>序号</th><th>事项名称</th></tr>\n<tr><td>1</td><td>甲");
    EXPECT_EQ(test::to_lines(read.table()), "# 序号|事项名称\n1|甲\n");
    EXPECT_EQ(read.diagnostics.count(Code::input_ends_in_row), 1U);
}

}  // namespace
}  // namespace dutylist
