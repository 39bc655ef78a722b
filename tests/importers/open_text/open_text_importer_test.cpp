#include "importers/open_text/open_text_importer.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "tests/support/drafts.h"
#include "tests/support/zip_archive.h"

namespace dutylist {
namespace {

using test::to_lines;

test::Read read_text(const std::string& body, const std::string& styles = {}) {
    return test::read_bytes(
        read_open_text,
        test::make_text_document("<office:automatic-styles>" + styles +
                                 "</office:automatic-styles><office:body><office:text>" + body +
                                 "</office:text></office:body>"));
}

std::string paragraph(const std::string& text) { return "<text:p>" + text + "</text:p>"; }
std::string cell(const std::string& content, const std::string& attributes = {}) {
    return "<table:table-cell " + attributes + ">" + content + "</table:table-cell>";
}
std::string row(const std::string& cells) {
    return "<table:table-row>" + cells + "</table:table-row>";
}
std::string level(int index, const std::string& format, const std::string& more) {
    return "<text:list-level-style-number text:level=\"" + std::to_string(index) +
           "\" style:num-format=\"" + format + "\" " + more + "/>";
}
std::string item(const std::string& content, const std::string& attributes = {}) {
    return "<text:list-item " + attributes + ">" + content + "</text:list-item>";
}

TEST(OpenTextImporter, ReadsParagraphsAndTablesInOrder) {
    const auto read = read_text(
        "<text:h text:outline-level=\"1\">基本履职事项清单</text:h><table:table>"
        "<table:table-header-rows>" +
        row(cell(paragraph("序号")) + cell(paragraph("名称"))) + "</table:table-header-rows>" +
        row(cell(paragraph("1")) +
            cell(paragraph("甲<text:s text:c=\"2\"/>乙<text:line-break/>丙") + paragraph("丁"))) +
        "</table:table>" + paragraph("<text:span>落</text:span>款"));
    EXPECT_EQ(to_lines(read.draft), "¶1 基本履职事项清单\n▦\n# 序号|名称\n1|甲 乙↵丙↵丁\n¶ 落款\n");
}

TEST(OpenTextImporter, SpreadsMergedCells) {
    const auto read =
        read_text("<table:table>" +
                  row(cell(paragraph("甲"), "table:number-columns-spanned=\"2\"") +
                      "<table:covered-table-cell/>" +
                      cell(paragraph("乙"), "table:number-rows-spanned=\"2\"")) +
                  row(cell(paragraph("1")) + cell(paragraph("2")) + "<table:covered-table-cell/>") +
                  "</table:table>");
    EXPECT_EQ(to_lines(read.table()), "甲|^甲|乙\n1|2|^乙\n");
    EXPECT_EQ(read.diagnostics.count(Code::format_merged_cells), 1u);
}

TEST(OpenTextImporter, RestoresNumbersOfLists) {
    const std::string style = "<text:list-style style:name=\"L1\">" +
                              level(1, "一, 二, 三, ...", "style:num-suffix=\"、\"") +
                              level(2, "1", "style:num-suffix=\".\" text:display-levels=\"1\"") +
                              "</text:list-style>";
    const auto read =
        read_text("<text:list text:style-name=\"L1\" xml:id=\"a\">" +
                      item(paragraph("甲") + "<text:list>" + item(paragraph("子")) +
                           item(paragraph("丑")) + "</text:list>") +
                      item(paragraph("乙") + paragraph("续")) + "</text:list>" + paragraph("中间") +
                      "<text:list text:style-name=\"L1\" text:continue-list=\"a\">" +
                      item(paragraph("丙")) + "</text:list><text:list text:style-name=\"L1\">" +
                      item(paragraph("丁"), "text:start-value=\"5\"") + "</text:list>",
                  style);
    EXPECT_EQ(to_lines(read.draft),
              "¶ 一、甲\n¶ 1.子\n¶ 2.丑\n¶ 二、乙\n¶ 续\n¶ 中间\n¶ 三、丙\n¶ 五、丁\n");
    EXPECT_EQ(read.diagnostics.count(Code::format_labels_restored), 1u);
    EXPECT_EQ(read.paragraph(0).content.restored.size(), 1u);
}

TEST(OpenTextImporter, LeavesBulletsOutAndSaysWhichNumberItDoesNotKnow) {
    const auto read = read_text(
        "<text:list text:style-name=\"L1\">" + item(paragraph("甲")) +
            "</text:list><text:list text:style-name=\"L2\">" + item(paragraph("乙")) +
            "</text:list>",
        "<text:list-style style:name=\"L1\"><text:list-level-style-bullet text:level=\"1\" "
        "text:bullet-char=\"•\"/></text:list-style><text:list-style style:name=\"L2\">" +
            level(1, "一番", "") + "</text:list-style>");
    EXPECT_EQ(to_lines(read.draft), "¶ 甲\n¶ 1 乙\n");
    EXPECT_EQ(read.diagnostics.count(Code::word_number_format), 1u);
}

TEST(OpenTextImporter, ReadsTrackedChangesAsAcceptedAndMarksContents) {
    const auto read = read_text(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>旧</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>目"
        "</text:index-title-template></text:table-of-content-source><text:index-body>"
        "<text:p>基本清单<text:tab/>3</text:p></text:index-body></text:table-of-content>" +
        paragraph("新"));
    EXPECT_EQ(to_lines(read.draft), "¶… 基本清单 → 3\n¶ 新\n");
    EXPECT_EQ(read.diagnostics.count(Code::word_tracked_changes), 1u);
}

TEST(OpenTextImporter, ReportsNotesAndPicturesWithWhatTheySay) {
    const auto read = read_text(
        paragraph("甲<text:note><text:note-citation>1</text:note-citation><text:note-body>"
                  "<text:p>注一</text:p></text:note-body></text:note>乙"
                  "<text:ruby><text:ruby-base>丙</text:ruby-base><text:ruby-text>bing"
                  "</text:ruby-text></text:ruby><draw:frame><draw:image/><svg:desc>图"
                  "</svg:desc></draw:frame>"));
    EXPECT_EQ(to_lines(read.draft), "¶ 甲乙丙\n");
    ASSERT_EQ(read.diagnostics.count(Code::word_note), 1u);
    EXPECT_EQ(read.diagnostics.entries().front().raw, "注一");
    EXPECT_EQ(read.diagnostics.count(Code::word_picture), 1u);
}

TEST(OpenTextImporter, ReadsFlatFilesWithoutWhatTheirPicturesHold) {
    const std::string file =
        "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
        "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
        "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
        "office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text>"
        "<text:p>清单<draw:frame><draw:image><office:binary-data>iVBORw0KGgo=</office:binary-data>"
        "</draw:image></draw:frame></text:p></office:text></office:body></office:document>";
    EXPECT_EQ(recognise_open_text({"a", file}), Confidence::certain);
    EXPECT_EQ(test::to_lines(test::read_bytes(read_open_text, file).draft), "¶ 清单\n");
}

}  // namespace
}  // namespace dutylist
