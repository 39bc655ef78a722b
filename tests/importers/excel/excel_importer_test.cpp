#include "importers/excel/excel_importer.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "tests/support/drafts.h"
#include "tests/support/zip_archive.h"

namespace dutylist {
namespace {

using test::make_workbook;
using test::read_bytes;
using test::refusal;
using test::to_lines;

constexpr const char* main_name_space =
    "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

test::Read read_sheet_data(const std::string& rows, const std::string& after = {},
                           const test::ArchiveParts& more = {}) {
    return read_bytes(read_excel,
                      make_workbook("<sheetData>" + rows + "</sheetData>" + after, more));
}

std::string shared(const std::string& items) {
    return std::string("<sst ") + main_name_space + ">" + items + "</sst>";
}

TEST(ExcelImporter, ReadsInlineAndSharedStringsAndNumbers) {
    const auto read = read_sheet_data(
        R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>名称</t></is></c></row>)"
        R"(<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>1</v></c></row>)",
        {}, {{"xl/sharedStrings.xml", shared("<si><t>序号</t></si><si><t>甲</t></si>")}});
    EXPECT_EQ(to_lines(read.draft), "▦ Sheet1\n序号|名称\n1|甲\n");
}

TEST(ExcelImporter, PassesOverASheetThatAMacroModuleLeftWithoutAPart) {
    const auto read = read_sheet_data(
        R"(<row><c t="inlineStr"><is><t>甲</t></is></c></row>)", {},
        {{"xl/workbook.xml",
          std::string("<workbook ") + main_name_space +
              " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
              "<sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/>"
              "<sheet name=\"Module\" sheetId=\"2\" r:id=\"\"/></sheets></workbook>"}});
    EXPECT_EQ(to_lines(read.table()), "甲\n");
    EXPECT_EQ(read.diagnostics.count(Code::excel_not_a_worksheet), 1u);
}

TEST(ExcelImporter, GivesASharedStringToEveryCellThatUsesIt) {
    const auto read = read_sheet_data(
        R"(<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row><row><c t="s"><v>0</v></c></row>)",
        {}, {{"xl/sharedStrings.xml", shared("<si><t>云川县以外某县的某个部门</t></si>")}});
    EXPECT_EQ(to_lines(read.table()),
              "云川县以外某县的某个部门|"
              "云川县以外某县的某个部门\n云川县以外某县的某个部门\n");
}

TEST(ExcelImporter, JoinsRichTextAndLeavesPhoneticRunsOut) {
    const auto read = read_sheet_data(
        R"(<row><c t="s"><v>0</v></c></row>)", {},
        {{"xl/sharedStrings.xml", shared("<si><r><t>党的</t></r><r><rPr><b/></rPr><t>建设</t></r>"
                                         "<rPh sb=\"0\" eb=\"1\"><t>ダン</t></rPh></si>")}});
    EXPECT_EQ(to_lines(read.table()), "党的建设\n");
}

TEST(ExcelImporter, ShowsNumbersAsWritten) {
    const auto read = read_sheet_data(
        "<row><c><v>1.0</v></c><c><v>2.5</v></c><c><v>1.38E10</v></c>"
        "<c><v>0.30000000000000004</v></c><c t=\"b\"><v>1</v></c></row>");
    EXPECT_EQ(to_lines(read.table()), "1|2.5|13800000000|0.3|TRUE\n");
}

TEST(ExcelImporter, ShowsDatesByTheirFormat) {
    const std::string styles =
        std::string("<styleSheet ") + main_name_space +
        "><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;;@\"/>"
        "<numFmt numFmtId=\"177\" "
        "formatCode=\"[DBNum1][$-804]yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts>"
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"176\"/><xf numFmtId=\"177\"/><xf "
        "numFmtId=\"14\"/>"
        "<xf numFmtId=\"17\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>";
    const auto read = read_sheet_data(
        R"(<row><c s="1"><v>45839</v></c><c s="2"><v>45839</v></c><c s="3"><v>45839</v></c>)"
        R"(<c s="4"><v>45839</v></c><c s="5"><v>0.5</v></c></row>)",
        {}, {{"xl/styles.xml", styles}});
    EXPECT_EQ(to_lines(read.table()), "2025年7月|二〇二五年七月|2025/7/1|Jul-25|12:00\n");
}

TEST(ExcelImporter, LineBreaksAndEscapesBecomeText) {
    const auto read = read_sheet_data(
        "<row><c t=\"inlineStr\"><is><t>1.甲；_x000D_\n2.乙_x005F_x0041_</t></is></c></row>");
    EXPECT_EQ(to_lines(read.table()), "1.甲；↵2.乙_x0041_\n");
}

TEST(ExcelImporter, PutsCellsIntoTheirColumnsAndPassesOverEmptyRows) {
    const auto read = read_sheet_data(
        R"(<row r="3"><c r="B3" t="str"><f>A1</f><v>甲</v></c><c r="D3" s="4"/></row><row r="9"><c r="C9"><v>7</v></c></row>)");
    EXPECT_EQ(to_lines(read.table()), "|甲\n||7\n");
    const SourceLocation place = read.table().rows[1].cells[2].content.source.locate("7", 0);
    EXPECT_EQ(to_string(place), "list Sheet1!C9");
}

TEST(ExcelImporter, SpreadsMergedCells) {
    const auto read = read_sheet_data(
        R"(<row r="1"><c r="A1" t="inlineStr"><is><t>清单</t></is></c></row>)"
        R"(<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="inlineStr"><is><t>党的建设</t></is></c></row>)"
        R"(<row r="3"><c r="A3"><v>2</v></c><c r="B3"/></row>)",
        R"(<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="B2:B3"/></mergeCells>)");
    EXPECT_EQ(to_lines(read.table()), "清单|^清单|^清单\n1|党的建设\n2|^党的建设\n");
    EXPECT_EQ(read.diagnostics.count(Code::format_merged_cells), 1u);
}

TEST(ExcelImporter, SpreadsOnlyTheFirstOfMergesThatOverlap) {
    std::string merges;
    for (int i = 0; i < 1000; ++i)
        merges += "<mergeCell ref=\"A1:B" + std::to_string(i + 2) + "\"/>";
    const auto read =
        read_sheet_data(R"(<row><c t="inlineStr"><is><t>甲</t></is></c></row>)"
                        R"(<row><c><v>1</v></c></row>)",
                        R"(<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B1:C2"/>)" + merges +
                            "</mergeCells>");
    EXPECT_EQ(to_lines(read.table()), "甲|^甲\n1\n");
    ASSERT_EQ(read.diagnostics.count(Code::excel_overlapping_merges), 1u);
    for (const Diagnostic& entry : read.diagnostics.entries()) {
        if (entry.code != Code::excel_overlapping_merges) continue;
        EXPECT_EQ(entry.arguments, std::vector<Argument>{"1001"});
    }
}

TEST(ExcelImporter, TakesMergesThatStandTwiceAsOne) {
    const auto read = read_sheet_data(
        R"(<row><c t="inlineStr"><is><t>甲</t></is></c></row>)",
        R"(<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A1:B1"/></mergeCells>)");
    EXPECT_EQ(to_lines(read.table()), "甲|^甲\n");
    EXPECT_EQ(read.diagnostics.count(Code::excel_overlapping_merges), 0u);
}

TEST(ExcelImporter, CountsTextUnderMergedCellsBeyondTheFirstInOneDiagnostic) {
    std::string rows;
    for (int i = 0; i < 1000; ++i) rows += "<row><c><v>1</v></c></row>";
    const auto read =
        read_sheet_data(rows, R"(<mergeCells><mergeCell ref="A1:A1000"/></mergeCells>)");
    EXPECT_EQ(read.table().rows.size(), 1000u);
    EXPECT_EQ(read.diagnostics.count(Code::excel_text_under_merge), Diagnostics::most_alike);
    EXPECT_EQ(read.diagnostics.count(Code::diagnostics_more), 1u);
}

TEST(ExcelImporter, LooksAtNoMoreCellsUnderMergesThanThereAre) {
    std::string rows;
    std::string merges;
    for (int i = 0; i < 10'000; ++i) rows += "<row><c><v>1</v></c></row>";
    for (int i = 0; i < 10'000; ++i)
        merges += "<mergeCell ref=\"A1:A" + std::to_string(10'000 + i) + "\"/>";
    const auto read = read_sheet_data(rows, "<mergeCells>" + merges + "</mergeCells>");
    EXPECT_EQ(read.table().rows.size(), 10'000u);
    for (const Diagnostic& entry : read.diagnostics.entries()) {
        if (entry.code != Code::excel_overlapping_merges) continue;
        EXPECT_EQ(entry.arguments, std::vector<Argument>{"9999"});
    }
    EXPECT_EQ(read.diagnostics.count(Code::excel_overlapping_merges), 1u);
}

TEST(ExcelImporter, KeepsAndReportsTextUnderAMergedCell) {
    const auto read =
        read_sheet_data(R"(<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>)",
                        R"(<mergeCells><mergeCell ref="A1:B1"/></mergeCells>)");
    EXPECT_EQ(to_lines(read.table()), "1|2\n");
    EXPECT_EQ(read.diagnostics.count(Code::excel_text_under_merge), 1u);
}

TEST(ExcelImporter, ReportsHiddenSheetsWithoutReadingThemAndHiddenRowsReadingThem) {
    const std::string office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string sheet = std::string("<worksheet ") + main_name_space + ">";
    const auto read = read_sheet_data(
        R"(<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>)", {},
        {{"xl/workbook.xml",
          std::string("<workbook ") + main_name_space + " xmlns:r=\"" + office +
              "\"><sheets><sheet name=\"清单\" sheetId=\"1\" r:id=\"rId1\"/>"
              "<sheet name=\"旧稿\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/>"
              "<sheet name=\"空\" sheetId=\"3\" state=\"veryHidden\" r:id=\"rId3\"/>"
              "</sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          "<Relationship Id=\"rId1\" Type=\"" +
              office +
              "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
              "<Relationship Id=\"rId2\" Type=\"" +
              office +
              "/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>"
              "<Relationship Id=\"rId3\" Type=\"" +
              office +
              "/worksheet\" Target=\"worksheets/sheet3.xml\"/>"
              "</Relationships>"},
         {"xl/worksheets/sheet2.xml",
          sheet + "<sheetData><row><c><v>8</v></c></row></sheetData></worksheet>"},
         {"xl/worksheets/sheet3.xml", sheet + "<sheetData/></worksheet>"}});
    EXPECT_EQ(to_lines(read.draft), "▦ 清单\n1\n");
    EXPECT_EQ(read.diagnostics.count(Code::excel_hidden_sheet), 1u);
    EXPECT_EQ(read.diagnostics.count(Code::text_hidden), 1u);
}

TEST(ExcelImporter, PassesOverSheetsThatAreNoWorksheets) {
    const std::string office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const auto read = read_sheet_data(
        R"(<row r="1"><c r="A1"><v>1</v></c></row>)", {},
        {{"xl/workbook.xml",
          std::string("<workbook ") + main_name_space + " xmlns:r=\"" + office +
              "\"><sheets><sheet name=\"清单\" sheetId=\"1\" r:id=\"rId1\"/>"
              "<sheet name=\"图\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          "<Relationship Id=\"rId1\" Type=\"" +
              office +
              "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
              "<Relationship Id=\"rId2\" Type=\"" +
              office + "/chartsheet\" Target=\"chartsheets/sheet1.xml\"/></Relationships>"}});
    EXPECT_EQ(read.diagnostics.count(Code::excel_not_a_worksheet), 1u);
}

TEST(ExcelImporter, ReportsFormulasWithoutResultAndErrors) {
    const auto read =
        read_sheet_data(R"(<row><c><f>1+1</f></c><c t="e"><f>A0</f><v>#REF!</v></c></row>)");
    EXPECT_EQ(to_lines(read.table()), "|#REF!\n");
    EXPECT_EQ(read.diagnostics.count(Code::excel_no_value), 1u);
    EXPECT_EQ(read.diagnostics.count(Code::excel_error_value), 1u);
}

TEST(ExcelImporter, RefusesADoctype) {
    EXPECT_EQ(refusal(read_excel,
                      make_workbook(
                          "", {{"xl/worksheets/sheet1.xml",
                                "<!DOCTYPE w [<!ENTITY a \"b\">]><worksheet>&a;</worksheet>"}})),
              "office.doctype");
}

TEST(ExcelImporter, RefusesNestingBeyondTheLimit) {
    std::string deep;
    for (int i = 0; i < 300; ++i) deep += "<x>";
    EXPECT_EQ(refusal(read_excel, make_workbook(deep)), "office.xml-too-deep");
}

TEST(ExcelImporter, RefusesASharedStringThatIsNotThere) {
    EXPECT_EQ(refusal(read_excel,
                      make_workbook("<sheetData><row><c t=\"s\"><v>7</v></c></row></sheetData>")),
              "container.damaged");
}

TEST(ExcelImporter, RefusesMalformedXml) {
    EXPECT_EQ(refusal(read_excel, make_workbook("<sheetData><row></sheetData>")),
              "office.xml-malformed");
}

TEST(ExcelImporter, ReportsComments) {
    const auto read = read_sheet_data(
        "<row><c><v>1</v></c></row>", {},
        {{"xl/worksheets/_rels/sheet1.xml.rels",
          R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
          R"(<Relationship Id="rId1" Target="../comments1.xml" Type="http://schemas.openxmlformats.)"
          R"(org/officeDocument/2006/relationships/comments"/></Relationships>)"}});
    EXPECT_EQ(read.diagnostics.count(Code::excel_comments), 1u);
}

TEST(ExcelImporter, RecognisesWorkbooksOnly) {
    EXPECT_EQ(recognise_excel({"a.txt", make_workbook("<sheetData/>")}), Confidence::certain);
    EXPECT_EQ(recognise_excel({"a.xlsx", test::make_word_document("")}), Confidence::no);
    EXPECT_EQ(recognise_excel({"a.xlsx", "PK\x03\x04 no archive"}), Confidence::no);
}

TEST(ExcelImporter, ReadsAPartThatSeveralSheetsAreOnce) {
    const std::string main = std::string("<workbook ") + main_name_space +
                             " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                             "relationships\"><sheets>";
    std::string sheets;
    for (int i = 1; i <= 1000; ++i)
        sheets += "<sheet name=\"表" + std::to_string(i) + "\" r:id=\"rId1\"/>";
    const auto read =
        read_sheet_data("<row><c><v>1</v></c></row>", {},
                        {{"xl/workbook.xml", main + sheets + "</sheets></workbook>"}});
    EXPECT_EQ(to_lines(read.draft), "▦ 表1\n1\n");
    EXPECT_EQ(read.diagnostics.found(Code::excel_same_part), 999u);
}

TEST(ExcelImporter, RefusesALongTextThatManyCellsShare) {
    std::string rows;
    for (int i = 0; i < 300; ++i) rows += "<row><c t=\"s\"><v>0</v></c></row>";
    EXPECT_EQ(
        refusal(read_excel,
                make_workbook("<sheetData>" + rows + "</sheetData>",
                              {{"xl/sharedStrings.xml",
                                shared("<si><t>" + std::string(60'000, 'a') + "</t></si>")}})),
        "format.too-much-text");
}

}  // namespace
}  // namespace dutylist
