#include <gtest/gtest.h>

#include "importers/html/html_importer.h"
#include "importers/markdown/markdown_importer.h"
#include "pipeline/diagnostics/codes.h"
#include "tests/support/drafts.h"

// Hidden and struck-out text of web pages and Markdown is read, and told with its place.

namespace dutylist {
namespace {

using test::to_lines;
using test::told;

test::Read read(const std::string& html) { return test::read_bytes(read_html, html); }
std::string hidden(const std::string& html) { return told(read(html), Code::text_hidden); }
std::string struck(const std::string& html) { return told(read(html), Code::text_struck); }

TEST(HtmlConcealed, ReadsWhatAStyleHidesAndTellsOfItOnce) {
    const auto page = read(
        "<p>甲<span style=\"display: none\">藏</span>乙</p>"
        "<div hidden><p>一</p><p>二</p></div>");
    EXPECT_EQ(to_lines(page.draft), "¶ 甲藏乙\n¶ 一\n¶ 二\n");
    EXPECT_EQ(told(page, Code::text_hidden),
              "list:1:33 藏 (所在的部分已隐藏)\nlist:1:61 一 二 (所在的部分已隐藏)\n");
}

TEST(HtmlConcealed, KnowsEveryWayInWhichAStyleHides) {
    EXPECT_EQ(hidden("<p style='visibility:hidden'>甲"), "list:1:30 甲 (设为不可见)\n");
    EXPECT_EQ(hidden("<p style='opacity:0'>甲"), "list:1:22 甲 (设为不可见)\n");
    EXPECT_EQ(hidden("<p style='text-indent:-9999px'>甲"), "list:1:32 甲 (设为不可见)\n");
    EXPECT_EQ(hidden("<p style='height:0;overflow:hidden'>甲"), "list:1:37 甲 (设为不可见)\n");
    EXPECT_EQ(hidden("<p style='width:1px;height:1px;overflow:hidden'>甲"),
              "list:1:49 甲 (设为不可见)\n");
    EXPECT_EQ(hidden("<p style='clip:rect(0 0 0 0)'>甲"), "list:1:31 甲 (设为不可见)\n");
    EXPECT_EQ(hidden("<p style='clip-path:inset(100%)'>甲"), "list:1:34 甲 (设为不可见)\n");
    EXPECT_EQ(hidden("<p style='transform:scale(0)'>甲"), "list:1:31 甲 (设为不可见)\n");
    EXPECT_EQ(hidden("<p style='filter:opacity(0)'>甲"), "list:1:30 甲 (设为不可见)\n");
    EXPECT_EQ(hidden("<p style='color:rgba(0,0,0,0)'>甲"), "list:1:32 甲 (设为不可见)\n");
    EXPECT_EQ(hidden("<p style='color:rgba(0,0,0,0.9);clip:rect(0 100px 20px 0)'>甲"), "");
    EXPECT_EQ(hidden("<p style='font-size:0.1em'>甲"), "list:1:28 甲 (字号不到 2 磅)\n");
    EXPECT_EQ(hidden("<p style='font-size:90%'>甲"), "");
    EXPECT_EQ(hidden("<p style='font-size:1px'>甲"), "list:1:26 甲 (字号不到 2 磅)\n");
    EXPECT_EQ(hidden("<p style='color:#fff'>甲"), "list:1:23 甲 (文字与底色同色)\n");
    EXPECT_EQ(hidden("<p><font color=white>甲</font>乙"), "list:1:22 甲 (文字与底色同色)\n");
    EXPECT_EQ(hidden("<p style='mso-hide:all'>甲"), "list:1:25 甲 (所在的部分已隐藏)\n");
    EXPECT_EQ(hidden("<div style='visibility:hidden'><p style='visibility:visible'>甲"), "");
    EXPECT_EQ(hidden("<p style='color:white;background:#1F4E79'>甲"), "");
    EXPECT_EQ(hidden("<table><tr bgcolor=navy><td style='color:white'>甲</table>"), "");
    EXPECT_EQ(hidden("<body background=a.png><p style='color:white'>甲"), "");
}

TEST(HtmlConcealed, TellsOfHiddenRowsColumnsAndCells) {
    EXPECT_EQ(hidden("<table><col><col style='display:none'><tr><td>1<td>密<tr><td colspan=2>标题"
                     "<tr style='display:none'><td>3<td>丙<tr><td style='display:none'>丁</table>"),
              "list:1:52 密 (所在的列已隐藏)\nlist:1:102 3 丙 (所在的行已隐藏)\n"
              "list:1:137 丁 (所在的部分已隐藏)\n");
    EXPECT_EQ(hidden("<table><colgroup span=2 style='visibility:collapse'></colgroup><tr><td>1"
                     "<td>2<td>3</table>"),
              "list:1:72 1 (所在的列已隐藏)\nlist:1:77 2 (所在的列已隐藏)\n");
}

TEST(HtmlConcealed, ReadsTheStyleSheetOfThePage) {
    const std::string sheet =
        "<style>/* a */ @media print { p {display:none} } .x, p.y {display:none}\n"
        "#z {text-decoration: line-through} td.u.v {color:#FFF} nav p {display:none}</style>";
    EXPECT_EQ(hidden(sheet + "<p class='a x'>甲<p class=y>乙<div class=y>丙</div><p>丁"),
              "list:2:99 甲 (所在的部分已隐藏)\nlist:2:111 乙 (所在的部分已隐藏)\n");
    EXPECT_EQ(struck(sheet + "<p id=z>甲"), "list:2:92 甲\n");
    EXPECT_EQ(hidden(sheet + "<table><tr><td class='v u'>甲<td class=u>乙</table>"),
              "list:2:111 甲 (文字与底色同色)\n");
    EXPECT_EQ(hidden(sheet + "<p class=x style='display:block'>甲"), "");
    EXPECT_EQ(hidden("<style>@media screen { .w {display:none} } @media print { p {display:none} "
                     "}</style><p class=w>甲"),
              "list:1:96 甲 (所在的部分已隐藏)\n");
}

TEST(HtmlConcealed, TellsOfTextThatTheStyleSheetMakes) {
    const auto generated = [](const std::string& rule) {
        return read("<style>" + rule + "</style><p>甲")
            .diagnostics.count(Code::html_generated_text);
    };
    EXPECT_EQ(generated("li::before {content: counter(n) '.'}"), 1u);
    EXPECT_EQ(generated("p:before {content: '第'}"), 1u);
    EXPECT_EQ(generated(".clearfix:after {content: ' '}"), 0u);
}

TEST(HtmlConcealed, TellsOfStruckOutTextAndLeavesDeletedTextOut) {
    const auto page = read(
        "<p>组织<s>全<b>乡</b></s><strike>镇</strike><del>旧</del><ins>新</ins>"
        "<span style='text-decoration:line-through red'>废</span>");
    EXPECT_EQ(to_lines(page.draft), "¶ 组织全乡镇新废\n");
    EXPECT_EQ(told(page, Code::text_struck), "list:1:9 全乡镇\nlist:1:111 废\n");
    EXPECT_EQ(page.diagnostics.count(Code::word_tracked_changes), 1u);
}

TEST(HtmlConcealed, EndsWithItsElementHoweverThatEnds) {
    EXPECT_EQ(hidden("<table><tr><td><span style='display:none'>甲<td>乙</table>丙"),
              "list:1:43 甲 (所在的部分已隐藏)\n");
    EXPECT_EQ(struck("<p style='text-decoration:line-through'>甲<p>乙"), "list:1:41 甲\n");
    EXPECT_EQ(struck("<p>甲</s>乙<s>丙"), "list:1:13 丙\n");
}

TEST(HtmlConcealed, ReadsElementsOfAnyDepth) {
    std::string deep;
    for (int i = 0; i < 20'000; ++i) deep += "<s><b>";
    for (int i = 0; i < 20'000; ++i) deep += "</i></u>";
    EXPECT_EQ(to_lines(read("<p>" + deep + "甲").draft), "¶ 甲\n");
}

TEST(HtmlControls, ShowTheirTextInCells) {
    EXPECT_EQ(to_lines(read("<input value=搜索><table><tr><td><input type=hidden value=x>"
                            "<input value='1'><td><select><option>甲<option selected>乙</select>"
                            "<td><textarea>丙&amp;\n丁</textarea><td><select><option>戊</option>"
                            "<option>己</option></select><td><input type=checkbox></table>")
                           .draft),
              "▦\n1|乙|丙& 丁|戊|\n");
    EXPECT_EQ(
        read("<table><tr><td><input type=radio></table>").diagnostics.count(Code::html_choices),
        1u);
}

TEST(HtmlControls, QuotationMarksAreThoseThatBrowsersDraw) {
    EXPECT_EQ(to_lines(read("<p>称为<q>一站式</q>").draft), "¶ 称为“一站式”\n");
}

TEST(HtmlPictures, AreToldInCells) {
    EXPECT_EQ(told(read("<img src=a.png><table><tr><td>甲<img alt=章><img width=1 height=1>"
                        "</table>"),
                   Code::word_picture),
              "list:1:32 章\n");
}

TEST(HtmlEnd, IsToldWhereItIsInACellOrMissing) {
    const auto told_of = [](const std::string& page, Code code) {
        return read(page).diagnostics.count(code);
    };
    EXPECT_EQ(told_of("<html><table><tr><td>甲", Code::input_ends_in_row), 1u);
    EXPECT_EQ(told_of("<html><table><tr><td>甲</td></tr>", Code::input_ends_in_row), 1u);
    EXPECT_EQ(told_of("<html><p>甲", Code::html_not_ended), 1u);
    EXPECT_EQ(told_of("<p>甲", Code::html_not_ended), 0u);
    EXPECT_EQ(told_of("<html><table><tr><td>甲</table></html>", Code::input_ends_in_row), 0u);
}

TEST(HtmlLineFeeds, AreNoBlanksInsideChineseText) {
    const auto text = [](const std::string& html) { return to_lines(read(html).draft); };
    EXPECT_EQ(text("<p>党的\n  建设，\n<b>第</b>\n一"), "¶ 党的建设，第一\n");
    EXPECT_EQ(text("<p>共\n12\n项 A\nB 한\n국"), "¶ 共 12 项 A B 한 국\n");
    EXPECT_EQ(text("<p>党的 建设&nbsp;\n甲"), "¶ 党的 建设 甲\n");
}

TEST(MarkdownConcealed, TellsOfStruckOutText) {
    const auto list = test::read_bytes(
        read_markdown, "组织~~全乡~~党员 ~ ~~\n\n| 甲 | 乙 |\n|---|---|\n| 1 | ~~旧<br>稿~~新 |\n");
    EXPECT_EQ(to_lines(list.draft), "¶ 组织全乡党员 ~ ~~\n▦\n# 甲|乙\n1|旧↵稿新\n");
    EXPECT_EQ(told(list, Code::text_struck), "list:1:5 全乡\nlist:5:9 旧稿\n");
}

}  // namespace
}  // namespace dutylist
