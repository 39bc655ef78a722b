#include "importers/word/word_importer.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "tests/support/drafts.h"
#include "tests/support/zip_archive.h"

namespace dutylist {
namespace {

using test::make_word_document;
using test::refusal;
using test::to_lines;

constexpr const char* word_name_space =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

test::Read read_body_xml(const std::string& body, const test::ArchiveParts& more = {}) {
    return test::read_bytes(read_word, make_word_document(body, more));
}

std::string paragraph(const std::string& text, const std::string& properties = {}) {
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}
std::string cell(const std::string& content, const std::string& properties = {}) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
}
std::string row(const std::string& cells, const std::string& properties = {}) {
    return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}
std::string table(const std::string& rows) { return "<w:tbl>" + rows + "</w:tbl>"; }
std::string num(int id, int level = 0) {
    return "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
           std::to_string(id) + "\"/></w:numPr>";
}
std::string level(int index, const std::string& format, const std::string& text) {
    return "<w:lvl w:ilvl=\"" + std::to_string(index) +
           "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/><w:lvlText w:val=\"" +
           text + "\"/></w:lvl>";
}
test::ArchiveParts numbering(const std::string& content) {
    return {{"word/numbering.xml",
             std::string("<w:numbering ") + word_name_space + ">" + content + "</w:numbering>"}};
}
test::ArchiveParts styles(const std::string& content) {
    return {{"word/styles.xml",
             std::string("<w:styles ") + word_name_space + ">" + content + "</w:styles>"}};
}

TEST(WordImporter, ReadsParagraphsAndTablesInOrder) {
    const auto read = read_body_xml(
        paragraph("履职事项清单") +
        table(row(cell(paragraph("序号")) + cell(paragraph("名称")), "<w:tblHeader/>") +
              row(cell(paragraph("1")) + cell(paragraph("甲") + paragraph("乙")))));
    EXPECT_EQ(to_lines(read.draft), "¶ 履职事项清单\n▦\n# 序号|名称\n1|甲↵乙\n");
}

TEST(WordImporter, JoinsRunsAndReadsBreaksAndTabs) {
    const auto read = read_body_xml(
        "<w:p><w:r><w:t>党的</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>建设</w:t><w:br/><w:t>甲</"
        "w:t>"
        "<w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:t xml:space=\"preserve\"> 丙</w:t></w:r></w:p>");
    EXPECT_EQ(to_lines(read.draft), "¶ 党的建设\n¶ 甲 乙- 丙\n");
}

TEST(WordImporter, SpreadsCellsMergedInTheOldWay) {
    const auto read = read_body_xml(
        table(row(cell(paragraph("甲"), "<w:hMerge w:val=\"restart\"/>") +
                  cell(paragraph(""), "<w:hMerge/>") + cell(paragraph("乙"))) +
              row(cell(paragraph("1")) + cell(paragraph("2")) + cell(paragraph("3")))));
    EXPECT_EQ(to_lines(read.table()), "甲|^甲|乙\n1|2|3\n");
    EXPECT_EQ(read.diagnostics.count(Code::format_merged_cells), 1u);
}

TEST(WordImporter, ReportsNotesWithTheirText) {
    const std::string name_space = word_name_space;
    const auto read = read_body_xml(
        table(row(cell("<w:p><w:r><w:t>甲</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>") +
                  cell("<w:p><w:r><w:t>乙</w:t><w:endnoteReference w:id=\"2\"/></w:r></w:p>"))),
        {{"word/_rels/document.xml.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
          "relationships/footnotes\" Target=\"footnotes.xml\"/><Relationship Id=\"rId2\" "
          "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/endnotes\" "
          "Target=\"endnotes.xml\"/></Relationships>"},
         {"word/footnotes.xml", "<w:footnotes " + name_space +
                                    "><w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r><w:r>"
                                    "<w:t>按年度</w:t></w:r></w:p></w:footnote></w:footnotes>"},
         {"word/endnotes.xml", "<w:endnotes " + name_space +
                                   "><w:endnote w:id=\"2\"><w:p><w:r><w:t>见附件</w:t></w:r></w:p>"
                                   "</w:endnote></w:endnotes>"}});
    EXPECT_EQ(to_lines(read.table()), "甲|乙\n");
    ASSERT_EQ(read.diagnostics.count(Code::word_note), 2u);
    EXPECT_EQ(read.diagnostics.entries()[0].raw, "按年度");
    EXPECT_EQ(read.diagnostics.entries()[1].raw, "见附件");
}

TEST(WordImporter, SpreadsMergedCells) {
    const auto read = read_body_xml(table(
        row(cell(paragraph("清单"), "<w:gridSpan w:val=\"3\"/>")) +
        row(cell(paragraph("1")) + cell(paragraph("党的建设"), "<w:vMerge w:val=\"restart\"/>") +
            cell(paragraph("甲"))) +
        row(cell(paragraph("2")) + cell("<w:p/>", "<w:vMerge/>") + cell(paragraph("乙")))));
    EXPECT_EQ(to_lines(read.table()), "清单|^清单|^清单\n1|党的建设|甲\n2|^党的建设|乙\n");
}

TEST(WordImporter, RestoresNumbersThatWordMakes) {
    const auto read = read_body_xml(
        paragraph("甲", num(1)) + paragraph("乙", num(1)) + paragraph("子", num(1, 1)) +
            paragraph("丙", num(1)) + paragraph("丑", num(1, 1)),
        numbering("<w:abstractNum w:abstractNumId=\"0\">" + level(0, "chineseCounting", "%1、") +
                  level(1, "decimal", "（%2）") +
                  "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"));
    EXPECT_EQ(to_lines(read.draft), "¶ 一、甲\n¶ 二、乙\n¶ （1）子\n¶ 三、丙\n¶ （1）丑\n");
    const DraftText& first = read.paragraph().content;
    ASSERT_EQ(first.restored.size(), 1u);
    EXPECT_EQ(first.restored.front().of(first.text), "一、");
    EXPECT_EQ(read.diagnostics.count(Code::format_labels_restored), 1u);
}

TEST(WordImporter, InstancesCountOnUnlessOneSaysWhereItStarts) {
    const std::string instance = "<w:abstractNumId w:val=\"0\"/>";
    const auto read = read_body_xml(
        paragraph("甲", num(1)) + paragraph("乙", num(2)) + paragraph("丙", num(3)) +
            paragraph("丁", num(3)),
        numbering(
            "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "decimal", "%1.") +
            "</w:abstractNum><w:num w:numId=\"1\">" + instance + "</w:num><w:num w:numId=\"2\">" +
            instance + "</w:num><w:num w:numId=\"3\">" + instance +
            "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"));
    EXPECT_EQ(to_lines(read.draft), "¶ 1.甲\n¶ 2.乙\n¶ 1.丙\n¶ 2.丁\n");
}

TEST(WordImporter, NumbersEmptyCellsAndPartsDigitsFromText) {
    const auto read = read_body_xml(
        table(row(cell("<w:p><w:pPr>" + num(1) + "</w:pPr></w:p>") +
                  cell(paragraph("5个工作日", num(2))))),
        numbering("<w:abstractNum w:abstractNumId=\"0\">" + level(0, "decimal", "%1") +
                  "</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">" +
                  level(0, "decimal", "%1") +
                  "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
                  "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"));
    EXPECT_EQ(to_lines(read.table()), "1|1 5个工作日\n");
}

TEST(WordImporter, TakesNumbersAndHeadingsFromStyles) {
    test::ArchiveParts parts = styles(
        "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr>"
        "<w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"L\"><w:name w:val=\"List\"/><w:basedOn "
        "w:val=\"1\"/>"
        "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>");
    const auto more =
        numbering("<w:abstractNum w:abstractNumId=\"0\">" + level(0, "decimal", "%1.") +
                  "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
    parts.insert(parts.end(), more.begin(), more.end());
    const auto read = read_body_xml(
        paragraph("标题", "<w:pStyle w:val=\"1\"/>") + paragraph("甲", "<w:pStyle w:val=\"L\"/>"),
        parts);
    EXPECT_EQ(to_lines(read.draft), "¶1 标题\n¶1 1.甲\n");
}

TEST(WordImporter, ReadsTrackedChangesAsAccepted) {
    const auto read = read_body_xml(
        "<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr>"
        "</w:rPrChange></w:rPr><w:t>乙</w:t></w:r></w:p>" +
        table(row(cell(paragraph("1"))) + row(cell(paragraph("2")), "<w:del/>")) +
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p>" +
        paragraph("后"));
    EXPECT_EQ(to_lines(read.draft), "¶ 甲新乙\n▦\n1\n¶ 前后\n");
    EXPECT_EQ(read.diagnostics.count(Code::word_tracked_changes), 1u);
}

TEST(WordImporter, ReadsResultsOfFieldsAndKnowsContents) {
    const std::string begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
    const std::string separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    const std::string end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    const auto instruction = [](const std::string& text) {
        return "<w:r><w:instrText> " + text + " </w:instrText></w:r>";
    };
    const auto read =
        read_body_xml("<w:p>" + begin + instruction("TOC \\o") + separate +
                      "<w:r><w:t>基本履职事项清单</w:t></w:r><w:r><w:tab/></w:r>" + begin +
                      instruction("PAGEREF a") + separate + "<w:r><w:t>12</w:t></w:r>" + end +
                      "</w:p><w:p>" + end + "</w:p>" + paragraph("正文"));
    EXPECT_EQ(to_lines(read.draft), "¶… 基本履职事项清单 → 12\n¶ 正文\n");
}

TEST(WordImporter, AnInnerTableIsTextOfItsCell) {
    const auto read = read_body_xml(table(
        row(cell(paragraph("1")) + cell(paragraph("甲")) +
            cell(paragraph("前") +
                 table(row(cell(paragraph("a")) + cell(paragraph("b")) + cell(paragraph("c"))) +
                       row(cell(paragraph("d")) + cell(paragraph("e")) + cell(paragraph("f")))) +
                 paragraph("后")))));
    EXPECT_EQ(to_lines(read.draft), "▦\n1|甲|前↵a b c↵d e f↵后\n");
}

TEST(WordImporter, AListInsideALayoutTableIsAListOfItsOwn) {
    const auto read = read_body_xml(table(row(cell(
        paragraph("清单") +
        table(row(cell(paragraph("序号")) + cell(paragraph("类别")) + cell(paragraph("名称"))) +
              row(cell(paragraph("1")) + cell(paragraph("甲")) + cell(paragraph("乙")))) +
        paragraph("说明")))));
    EXPECT_EQ(to_lines(read.draft), "¶ 清单\n▦\n序号|类别|名称\n1|甲|乙\n¶ 说明\n");
}

TEST(WordImporter, ReportsNotesThatItDoesNotFind) {
    const auto read =
        read_body_xml("<w:p><w:r><w:footnoteReference/></w:r><w:r><w:t>显</w:t></w:r></w:p>");
    EXPECT_EQ(to_lines(read.draft), "¶ 显\n");
    EXPECT_EQ(read.diagnostics.count(Code::word_note), 1u);
}

TEST(WordImporter, ReadsATextBoxOnce) {
    const auto read = read_body_xml(
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" + paragraph("清单") +
        "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" +
        paragraph("清单") +
        "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>");
    EXPECT_EQ(to_lines(read.draft), "¶ 清单\n");
}

TEST(WordImporter, PlacesAreParagraphsAndColumns) {
    const auto read = read_body_xml(paragraph("甲") + table(row(cell(paragraph("乙丙丁")))));
    const DraftText& text = read.table().rows[0].cells[0].content;
    EXPECT_EQ(to_string(text.source.locate(text.text, 3)), "list:2:2");
}

TEST(WordImporter, KnowsWhatManyOpenFieldsShow) {
    const std::string field =
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
        "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    std::string body = "<w:p>";
    for (int i = 0; i < 40'000; ++i) body += field + "<w:r><w:t>甲</w:t></w:r>";
    body += "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:t>乙</w:t></w:r>";
    body += "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>丙</w:t></w:r></w:p>";
    const auto read = read_body_xml(body);
    const std::string& text = read.paragraph().content.text;
    EXPECT_EQ(text.size(), 40'001 * std::string("甲").size());
    EXPECT_TRUE(text.ends_with("甲丙"));
}

TEST(WordImporter, ReportsSymbolsAndEmbeddedDocuments) {
    const auto read = read_body_xml(
        "<w:p><w:r><w:t>甲</w:t><w:sym w:font=\"Webdings\" w:char=\"F0FC\"/></w:r>"
        "<w:r><w:object/></w:r></w:p><w:altChunk/>");
    EXPECT_EQ(read.diagnostics.count(Code::word_symbol), 1u);
    EXPECT_EQ(read.diagnostics.count(Code::word_embedded), 2u);
}

TEST(WordImporter, ReportsNumbersOfAFormItDoesNotKnow) {
    const auto read = read_body_xml(
        paragraph("甲", num(1)),
        numbering("<w:abstractNum w:abstractNumId=\"0\">" + level(0, "hebrew1", "%1.") +
                  "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"));
    EXPECT_EQ(read.diagnostics.count(Code::word_number_format), 1u);
}

TEST(WordImporter, CountsNoAttributesInCommentsAndCdata) {
    std::string body =
        "<!-- <a it's > --><w:p><w:r><w:t><![CDATA[甲 <b it's >]]></w:t></w:r></w:p>";
    std::string expected = "¶ 甲 <b it's >\n";
    for (int i = 0; i < 5000; ++i) {
        body += paragraph("乙", "<w:pStyle w:val=\"a\"/>");
        expected += "¶ 乙\n";
    }
    EXPECT_EQ(to_lines(read_body_xml(body).draft), expected);
}

TEST(WordImporter, RefusesATagOfVeryManyAttributes) {
    const auto tag = [](int count) {
        std::string text = "<w:p";
        for (int i = 0; i < count; ++i) text += " a" + std::to_string(i) + "='\"'";
        return make_word_document(text + "/>" + paragraph("\"=\" '='"));
    };
    EXPECT_EQ(refusal(read_word, tag(4096)), "");
    EXPECT_EQ(refusal(read_word, tag(4097)), "office.xml-malformed");
    EXPECT_EQ(refusal(read_word, tag(1'000'000)), "office.xml-malformed");
}

TEST(WordImporter, NamesADocumentWithoutItsMainPart) {
    EXPECT_EQ(refusal(read_word, test::make_archive({{"word/other.xml", "<a/>"}})),
              "container.part-missing");
}

TEST(WordImporter, RestoresOnlyTheNumberOfALabelThatIsTooLong) {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "%1.";
    const auto read = test::read_bytes(
        read_word, test::make_word_document(
                       "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>甲"
                       "</w:t></w:r></w:p>",
                       numbering("<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\">"
                                 "<w:lvlText w:val=\"" +
                                 text +
                                 "\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\">"
                                 "<w:abstractNumId w:val=\"1\"/></w:num>")));
    EXPECT_EQ(to_lines(read.draft), "¶ 1 甲\n");
    EXPECT_EQ(read.diagnostics.count(Code::word_number_format), 1u);
}

}  // namespace
}  // namespace dutylist
