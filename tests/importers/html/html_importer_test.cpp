#include "importers/html/html_importer.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "tests/support/drafts.h"

namespace dutylist {
namespace {

using test::read_bytes;
using test::to_lines;

std::string draft_of(const std::string& html) {
    return to_lines(read_bytes(read_html, html).draft);
}
std::string cell_of(const std::string& content) {
    return to_lines(
        read_bytes(read_html, "<table><tr><td>" + content + "</td></tr></table>").table());
}

TEST(HtmlImporter, ReadsHeadingsParagraphsAndTables) {
    EXPECT_EQ(
        draft_of("<html><head><title>x</title></head><body><h1>清单</h1><p>2025年7月</p><table>"
                 "<tr><th>序号</th><th>名称</th></tr><tr><td>1</td><td>甲</td></tr></table></"
                 "body></html>"),
        "¶1 清单\n¶ 2025年7月\n▦\n# 序号|名称\n1|甲\n");
}

TEST(HtmlImporter, CellsAndRowsEndWhereTheNextBegins) {
    EXPECT_EQ(
        draft_of("<table><thead><tr><td>序号<td>名称<tbody><tr><td>1<td>甲<tr><td>2<td>乙</table>"),
        "▦\n# 序号|名称\n1|甲\n2|乙\n");
}

TEST(HtmlImporter, SpreadsRowspanAndColspan) {
    EXPECT_EQ(
        draft_of("<table><tr><td colspan=3>清单</td></tr><tr><td>1<td rowspan=\"2\">党的建设<td>甲"
                 "<tr><td>2<td>乙</table>"),
        "▦\n清单|^清单|^清单\n1|党的建设|甲\n2|^党的建设|乙\n");
}

TEST(HtmlImporter, MarkupInACellIsALineBreakAndOtherWhiteSpaceASpace) {
    EXPECT_EQ(cell_of("<p>1.甲；</p>\n  <p>2.乙\n  丙<br/>丁&nbsp;&nbsp;戊</p>"),
              "1.甲；↵2.乙丙↵丁 戊\n");
    EXPECT_EQ(cell_of("<b>党</b>的<span>建设</span>"), "党的建设\n");
}

TEST(HtmlImporter, RestoresTheNumbersThatAListShows) {
    EXPECT_EQ(cell_of("<ol><li>甲</li><li><p>乙</p></li></ol>"), "1.甲↵2.乙\n");
    EXPECT_EQ(cell_of("<ol start=3 type=a><li>甲<li value=9>乙<li>丙</ol>"), "c.甲↵i.乙↵j.丙\n");
    EXPECT_EQ(
        cell_of("<ol style='list-style-type: cjk-ideographic'><li>甲<ol><li>乙</ol><li>丙</ol>"),
        "一、甲↵1.乙↵二、丙\n");
}

TEST(HtmlImporter, RestoresNothingWhereTheStyleHidesNumbers) {
    EXPECT_EQ(cell_of("<ol style=\"list-style-type: none\"><li>1.甲</li><li>2.乙</li></ol>"),
              "1.甲↵2.乙\n");
    EXPECT_EQ(cell_of("<ul><li>甲</li><li>乙</li></ul>"), "甲↵乙\n");
}

TEST(HtmlImporter, ReplacesCharacterReferences) {
    EXPECT_EQ(cell_of("&lt;甲&gt; &amp; &#20013;&#x4e2d;&ldquo;乙&rdquo;&#150;&unknown; A&B"),
              "<甲> & 中中“乙”–&unknown; A&B\n");
}

TEST(HtmlImporter, AnAngleBracketThatBeginsNoTagIsText) {
    EXPECT_EQ(cell_of("面积<5亩且 a < b"), "面积<5亩且 a < b\n");
}

TEST(HtmlImporter, PassesOverScriptsAndNavigation) {
    const auto read = read_bytes(
        read_html,
        "<!DOCTYPE html><body><script>if (a < b) document.write('<table>');</script><nav><a "
        "href=/>首页</a></nav>"
        "<ul><li><a href=/x>政务公开</a><li><a href=/y>机构</a></ul><p>正文<a href=z>链接</a></p>"
        "<footer><p>版权所有</p></footer>");
    EXPECT_EQ(to_lines(read.draft), "¶ 正文链接\n");
    ASSERT_EQ(read.diagnostics.count(Code::html_navigation), 1u);
    EXPECT_EQ(read.diagnostics.entries().back().arguments.front(), "4");
}

TEST(HtmlImporter, NavigationThatIsNeverClosedHidesNothing) {
    EXPECT_EQ(draft_of("<nav><p>清单</p><a href=x><p>正文</p><p>又一段</p>"),
              "¶ 清单\n¶ 正文\n¶ 又一段\n");
}

TEST(HtmlImporter, FindsTheListInsideATableForLayout) {
    EXPECT_EQ(draft_of("<table><tr><td><a "
                       "href=/>首页</a></td><td><h2>清单</h2><table><tr><td>序号<td>类别<td>名称"
                       "<tr><td>1<td>甲<td>乙</table>说明</td></tr></table>"),
              "¶ 首页\n¶ 清单\n▦\n序号|类别|名称\n1|甲|乙\n¶ 说明\n");
}

TEST(HtmlImporter, ReadsGb2312AsWhatContainsIt) {
    // 清单 in GB18030, the second character of which GB 2312 lacks: 镕
    const auto read = read_bytes(read_html,
                                 "<html><head><meta http-equiv=\"Content-Type\" "
                                 "content=\"text/html; charset=gb2312\"></head>"
                                 "<p>\xC7\xE5\xE9\x46</p>");
    EXPECT_EQ(to_lines(read.draft), "¶ 清镕\n");
    EXPECT_EQ(read.diagnostics.count(Code::text_decoded), 1u);
}

TEST(HtmlImporter, MapsTextToItsPlace) {
    const auto read =
        read_bytes(read_html, "<table>\n<tr><td>甲&amp;<b>乙</b>丙</td></tr></table>");
    const DraftText& text = read.table().rows[0].cells[0].content;
    ASSERT_EQ(text.text, "甲&乙丙");
    EXPECT_EQ(to_string(text.source.locate(text.text, 0)), "list:2:9");
    EXPECT_EQ(to_string(text.source.locate(text.text, 4)), "list:2:18");
    EXPECT_EQ(to_string(text.source.locate(text.text, 7)), "list:2:23");
}

TEST(HtmlImporter, DeepNestingIsNoMatter) {
    std::string html;
    for (int i = 0; i < 20'000; ++i) html += "<div><span>";
    EXPECT_EQ(draft_of(html + "甲"), "¶ 甲\n");
}

TEST(HtmlImporter, TablesNestedTooDeepAreRefused) {
    std::string html;
    for (int i = 0; i < 300; ++i) html += "<table><tr><td>";
    EXPECT_EQ(test::refusal(read_html, html), "format.tables-too-deep");
}

// What of each page is not closed, with the text that the warning shows.
std::string not_closed(const std::string& html) {
    std::string told;
    const auto read = read_bytes(read_html, html);
    for (const Diagnostic& entry : read.diagnostics.entries()) {
        if (entry.code == Code::html_not_closed) told += to_string(entry.place) + " " + entry.raw;
    }
    return told;
}

TEST(HtmlImporter, TextAfterACommentThatIsNotClosedStays) {
    const std::string page =
        "<table><tr><td>1<td>甲</tr>\n<!-- 注 <tr><td>2</td><td>乙</td></tr></table>";
    EXPECT_EQ(draft_of(page), "¶ 注\n▦\n1|甲\n2|乙\n");
    EXPECT_EQ(not_closed(page), "list:2:1 <!-- 注 <tr><td>2</td><td>乙</td></tr></table>");
}

TEST(HtmlImporter, CommentsEndWhereBrowsersEndThem) {
    EXPECT_EQ(cell_of("甲<!-- <b> -->乙<!-->丙<!--->丁<!-- x --!>戊<!---->己"), "甲乙丙丁戊己\n");
    EXPECT_EQ(not_closed("甲<!-- <b> -->乙<!-->丙<!--->丁<!-- x --!>戊<!---->己"), "");
}

TEST(HtmlImporter, TextAfterAQuotationMarkThatIsNotClosedStays) {
    const std::string rest = "<td>党建</td><td>乙</td></tr></table>";
    const std::string page = "<table><tr><td class=\"a>2</td>" + rest;
    EXPECT_EQ(draft_of(page), "▦\n2|党建|乙\n");
    EXPECT_EQ(not_closed(page), "list:1:12 <td class=\"a>2</td>" + rest);
}

TEST(HtmlImporter, AQuotationMarkDoesNotReachIntoTheNextTag) {
    const std::string row = "<table><tr><td class=\"a>2</td><td class=\"b\">党建</td></tr></table>";
    EXPECT_EQ(draft_of(row), "▦\n2|党建\n");
    EXPECT_NE(not_closed(row), "");
    EXPECT_EQ(draft_of("<p><a href=\"x>甲</a><img alt=\" 乙\">丙</p>"), "¶ 甲丙\n");
}

TEST(HtmlImporter, MarkupInAnAttributeIsNoText) {
    const std::string page = "<p><b title=\"<p>甲</p>\" class='>' >乙</b></p>";
    EXPECT_EQ(draft_of(page), "¶ 乙\n");
    EXPECT_EQ(not_closed(page), "");
}

TEST(HtmlImporter, ATagThatThePageBreaksOffInIsText) {
    EXPECT_EQ(draft_of("<p>甲</p><p>乙<td class=\"丙"), "¶ 甲\n¶ 乙<td class=\"丙\n");
    EXPECT_EQ(not_closed("<p>甲<!DOCTYPE 乙"), "list:1:5 <!DOCTYPE 乙");
}

TEST(HtmlImporter, CountsWhatIsNotClosedBeyondTheFirstInOneDiagnostic) {
    for (const std::string piece : {"<!--甲", "<a b=\"甲<p>", "<a "}) {
        std::string page = "<p>";
        for (int i = 0; i < 30'000; ++i) page += piece;
        const auto read = read_bytes(read_html, page);
        EXPECT_EQ(read.diagnostics.count(Code::html_not_closed), Diagnostics::most_alike) << piece;
        EXPECT_EQ(read.diagnostics.count(Code::diagnostics_more), 1u) << piece;
    }
}

TEST(HtmlImporter, RecognisesPages) {
    const auto confidence = [](std::string bytes) {
        return recognise_html({"a", std::move(bytes)});
    };
    EXPECT_EQ(confidence("<!-- saved -->\n<!DOCTYPE HTML PUBLIC>"), Confidence::certain);
    EXPECT_EQ(confidence("<table><tr><td>1</table>"), Confidence::likely);
    EXPECT_EQ(confidence("<?xml version=\"1.0\"?><Workbook/>"), Confidence::no);
    EXPECT_EQ(confidence("履职事项清单"), Confidence::no);
}

}  // namespace
}  // namespace dutylist
