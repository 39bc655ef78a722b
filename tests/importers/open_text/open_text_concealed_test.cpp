#include <gtest/gtest.h>

#include "importers/open_text/open_text_importer.h"
#include "pipeline/diagnostics/codes.h"
#include "tests/support/drafts.h"
#include "tests/support/zip_archive.h"

// Hidden and struck-out text of OpenDocument texts is read and told, and so is what fields show.

namespace dutylist {
namespace {

using test::to_lines;
using test::told;

test::Read read(const std::string& body, const std::string& styles = {}) {
    return test::read_bytes(
        read_open_text,
        test::make_text_document("<office:automatic-styles>" + styles +
                                 "</office:automatic-styles><office:body><office:text>" + body +
                                 "</office:text></office:body>"));
}
std::string paragraph(const std::string& text, const std::string& attributes = {}) {
    return "<text:p " + attributes + ">" + text + "</text:p>";
}
std::string span(const std::string& style, const std::string& text) {
    return "<text:span text:style-name=\"" + style + "\">" + text + "</text:span>";
}
std::string cell(const std::string& text, const std::string& attributes = {}) {
    return "<table:table-cell " + attributes + ">" + paragraph(text) + "</table:table-cell>";
}
std::string row(const std::string& cells, const std::string& attributes = {}) {
    return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}
std::string text_style(const std::string& name, const std::string& properties,
                       const std::string& family = "text") {
    return "<style:style style:name=\"" + name + "\" style:family=\"" + family +
           "\"><style:text-properties " + properties + "/></style:style>";
}

TEST(OpenTextConcealed, TellsOfStruckOutHiddenTinyAndWhiteText) {
    const auto document =
        read(paragraph("组织" + span("S", "全") + span("S", "乡") + "党员") +
                 paragraph(span("H", "藏") + span("W", "白") + span("T", "小")) +
                 paragraph("甲", "text:style-name=\"P\""),
             text_style("S", "style:text-line-through-style=\"solid\"") +
                 text_style("H", "text:display=\"none\"") +
                 text_style("W", "fo:color=\"#ffffff\"") + text_style("T", "fo:font-size=\"1pt\"") +
                 text_style("P", "style:text-line-through-type=\"single\"", "paragraph"));
    EXPECT_EQ(to_lines(document.draft), "¶ 组织全乡党员\n¶ 藏白小\n¶ 甲\n");
    EXPECT_EQ(told(document, Code::text_struck), "list:1:3 全乡\nlist:3:1 甲\n");
    EXPECT_EQ(
        told(document, Code::text_hidden),
        "list:2:1 藏 (隐藏文字)\nlist:2:2 白 (文字与底色同色)\nlist:2:3 小 (字号不到 2 磅)\n");
}

TEST(OpenTextConcealed, TellsOfHiddenSectionsParagraphsRowsAndColumns) {
    const auto document = read(
        "<text:section text:display=\"none\">" + paragraph("甲") + paragraph("乙") +
        "</text:section><text:section>" + paragraph("丙") + "</text:section>" +
        paragraph("丁<text:hidden-paragraph text:is-hidden=\"true\"/>") +
        paragraph("戊<text:hidden-text text:string-value=\"己\" text:is-hidden=\"true\"/>") +
        "<table:table><table:table-column/><table:table-column table:visibility=\"collapse\"/>" +
        row(cell("1") + cell("2")) + row(cell("3"), "table:visibility=\"collapse\"") +
        "</table:table>");
    EXPECT_EQ(to_lines(document.draft), "¶ 甲\n¶ 乙\n¶ 丙\n¶ 丁\n¶ 戊己\n▦\n1|2\n3\n");
    EXPECT_EQ(told(document, Code::text_hidden),
              "list:1:1 甲 乙 (所在的部分已隐藏)\nlist:4:1 丁 (隐藏文字)\nlist:5:2 己 (隐藏文字)\n"
              "list:7:1 2 (所在的列已隐藏)\nlist:8:1 3 (所在的行已隐藏)\n");
}

TEST(OpenTextConcealed, KeepsTextUnderAMergedCellInItsPlace) {
    const auto document =
        read("<table:table>" +
             row(cell("甲", "table:number-columns-spanned=\"2\"") + "<table:covered-table-cell>" +
                 paragraph("藏") + "</table:covered-table-cell>") +
             row(cell("1") + cell("2")) + "</table:table>");
    EXPECT_EQ(to_lines(document.table()), "甲|藏\n1|2\n");
    EXPECT_EQ(document.diagnostics.count(Code::excel_text_under_merge), 1u);
}

TEST(OpenTextFields, ReadWhatFormsShow) {
    const std::string type = "field:type=\"vnd.oasis.opendocument.field.";
    const auto parameter = [](const std::string& name, const std::string& value) {
        return "<field:param field:name=\"" + name + "\" field:value=\"" + value + "\"/>";
    };
    const auto document = read(
        paragraph("<field:fieldmark " + type + "FORMDROPDOWN\">" +
                  parameter("Dropdown_ListEntry", "经济发展") +
                  parameter("Dropdown_ListEntry", "党的建设") +
                  parameter("Dropdown_Selected", "1") + "</field:fieldmark><field:fieldmark " +
                  type + "FORMCHECKBOX\">" + parameter("Checkbox_Checked", "true") +
                  "</field:fieldmark>") +
        paragraph("<field:fieldmark-start " + type + "FORMTEXT\"/>甲乡<field:fieldmark-end/>") +
        paragraph("<loext:content-control><loext:list-item loext:display-text=\"甲\"/>乙"
                  "</loext:content-control>") +
        paragraph("<text:drop-down><text:label text:value=\"甲\"/>丙</text:drop-down>"));
    EXPECT_EQ(to_lines(document.draft), "¶ 党的建设☒\n¶ 甲乡\n¶ 乙\n¶ 丙\n");
    EXPECT_EQ(told(document, Code::word_field_without_result), "");
}

TEST(OpenTextFields, TellOfFieldsWithoutAResultAndOfPrompts) {
    const auto document = read(
        paragraph("见<text:bookmark-ref text:ref-name=\"a\"/>章<text:sequence>1</text:sequence>") +
        paragraph("<field:fieldmark-start field:type=\"vnd.oasis.opendocument.field.UNHANDLED\">"
                  "<field:param field:name=\"vnd.oasis.opendocument.field.code\" "
                  "field:value=\"EQ \\o(○,1)\"/></field:fieldmark-start><field:fieldmark-end/>") +
        paragraph("致<text:database-display>«单位»</text:database-display>"
                  "<text:placeholder>&lt;姓名&gt;</text:placeholder>") +
        paragraph("<loext:content-control loext:showing-place-holder=\"true\">单击此处"
                  "</loext:content-control>"));
    EXPECT_EQ(told(document, Code::word_field_without_result),
              "list:1:2 bookmark-ref\nlist:2:1 EQ \\o(○,1)\n");
    EXPECT_EQ(told(document, Code::word_placeholder),
              "list:3:6 «单位»\nlist:3:10 <姓名>\nlist:4:5 单击此处\n");
}

}  // namespace
}  // namespace dutylist
