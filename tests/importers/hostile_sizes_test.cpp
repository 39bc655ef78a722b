#include <gtest/gtest.h>

#include "importers/csv/csv_importer.h"
#include "importers/excel/excel_importer.h"
#include "importers/html/html_importer.h"
#include "importers/open_document/open_document_importer.h"
#include "importers/word/word_importer.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/limits.h"
#include "tests/support/drafts.h"
#include "tests/support/recognised.h"
#include "tests/support/zip_archive.h"

// Small files that claim to be huge: each has its limit, and is read up to it or refused with a
// sentence that says so.

namespace dutylist {
namespace {

using test::make_spreadsheet;
using test::make_word_document;
using test::make_workbook;
using test::read_bytes;
using test::refusal;

const std::string huge = "10000000000";  // more than 32 bits

std::string repeated(const std::string& piece, std::size_t times) {
    std::string text;
    text.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

std::string word_cell(const std::string& content, const std::string& properties = {}) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr><w:p><w:r>" + content + "</w:r></w:p></w:tc>";
}
std::string word_row(const std::string& cells, const std::string& properties = {}) {
    return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}
std::string text(const std::string& text) { return "<w:t>" + text + "</w:t>"; }
std::string in_word(const std::string& row) {
    return make_word_document("<w:tbl>" + row + "</w:tbl>");
}

TEST(HostileSizes, ACellOfWordOverManyColumnsEndsAtTheLargestTable) {
    const auto read = read_bytes(
        read_word,
        in_word(word_row(word_cell(text("甲"), "<w:gridSpan w:val=\"" + huge + "\"/>"))));
    EXPECT_EQ(read.table().rows.at(0).cells.size(), default_limits.table_columns);
}

TEST(HostileSizes, ARowOfWordThatBeginsFarOutIsRefused) {
    EXPECT_EQ(refusal(read_word, in_word(word_row(word_cell(text("甲")),
                                                  "<w:gridBefore w:val=\"" + huge + "\"/>"))),
              "format.too-many-columns");
}

TEST(HostileSizes, ACellOfAWebPageOverManyColumnsEndsAtTheLargestTable) {
    const auto read = read_bytes(read_html, "<table><tr><td colspan=" + huge + ">甲</tr></table>");
    EXPECT_EQ(read.table().rows.at(0).cells.size(), default_limits.table_columns);
}

TEST(HostileSizes, ACellOfAWebPageOverManyRowsReachesOverTheRowsThatAreThere) {
    const auto read = read_bytes(
        read_html, "<table><tr><td rowspan=" + huge + ">甲<td>乙</tr><tr><td>丙</tr></table>");
    EXPECT_EQ(test::to_lines(read.table()), "甲|乙\n^甲|丙\n");
}

std::string in_sheet(const std::string& columns, const std::string& rows) {
    return make_spreadsheet("<office:body><office:spreadsheet><table:table table:name=\"表\">" +
                            columns + rows + "</table:table></office:spreadsheet></office:body>");
}
std::string open_row(const std::string& row_attributes, const std::string& cell_attributes) {
    return "<table:table-row " + row_attributes + "><table:table-cell " + cell_attributes +
           "><text:p>甲</text:p></table:table-cell></table:table-row>";
}

TEST(HostileSizes, ACellOfOpenDocumentThatIsRepeatedTooOftenIsRefused) {
    const std::string often = "table:number-columns-repeated=\"" + huge + "\"";
    EXPECT_EQ(refusal(read_open_document, in_sheet({}, open_row({}, often))),
              "format.too-many-columns");
}

TEST(HostileSizes, ARowOfOpenDocumentThatIsRepeatedTooOftenIsRefused) {
    const std::string often = "table:number-rows-repeated=\"" + huge + "\"";
    EXPECT_EQ(refusal(read_open_document, in_sheet({}, open_row(often, {}))),
              "format.merge-too-large");
}

TEST(HostileSizes, HiddenColumnsOfOpenDocumentWithoutEndAreToldWithTheColumnsThatHoldText) {
    const std::string columns =
        "<table:table-column table:visibility=\"collapse\" table:number-columns-repeated=\"" +
        huge + "\"/>";
    const auto read = read_bytes(
        read_open_document, in_sheet(columns, open_row({}, "table:number-columns-repeated=\"3\"")));
    ASSERT_EQ(read.diagnostics.count(Code::text_hidden), 1u);
    EXPECT_NE(to_line(read.diagnostics.entries().front(), Language::english).find("columns A–C"),
              std::string::npos);
}

TEST(HostileSizes, AHundredThousandHiddenColumnsOfAWorkbookAreOneMessage) {
    std::string columns;
    for (int i = 1; i <= 100'000; ++i)
        columns += "<col min=\"" + std::to_string(i) + "\" max=\"" + std::to_string(i) +
                   "\" hidden=\"1\"/>";
    const auto read =
        read_bytes(read_excel, make_workbook("<cols>" + columns +
                                             "</cols><sheetData><row><c t=\"inlineStr\">"
                                             "<is><t>甲</t></is></c></row></sheetData>"));
    EXPECT_EQ(read.diagnostics.count(Code::text_hidden), 1u);
}

TEST(HostileSizes, ManyHiddenRowsOfAWorkbookAreOneMessage) {
    const std::string row = "<row hidden=\"1\"><c t=\"inlineStr\"><is><t>甲</t></is></c></row>";
    const auto read = read_bytes(
        read_excel, make_workbook("<sheetData>" + repeated(row, 20'000) + "</sheetData>"));
    EXPECT_EQ(read.table().rows.size(), 20'000u);
    EXPECT_EQ(read.diagnostics.entries().size(), 1u);
}

TEST(HostileSizes, MergesOverAWholeSheetTakeNoRoom) {
    const auto read = read_bytes(
        read_excel,
        make_workbook("<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>甲</t></is></c>"
                      "</row></sheetData><mergeCells><mergeCell ref=\"A1:A1048576\"/>"
                      "<mergeCell ref=\"B2:ZZZZZZ" +
                      huge + "\"/></mergeCells>"));
    EXPECT_EQ(test::to_lines(read.table()), "甲\n");
}

TEST(HostileSizes, RelationshipsThatLeadInACircleAreReadOnce) {
    const std::string office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    std::string circle =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    for (const char* type : {"numbering", "styles", "footnotes"})
        circle += std::string("<Relationship Id=\"") + type + "\" Type=\"" + office + type +
                  "\" Target=\"document.xml\"/>";
    const auto read = read_bytes(
        read_word,
        make_word_document("<w:tbl>" + word_row(word_cell(text("甲"))) + "</w:tbl>",
                           {{"word/_rels/document.xml.rels", circle + "</Relationships>"}}));
    EXPECT_EQ(test::to_lines(read.table()), "甲\n");
}

std::string field(const std::string& code) {
    return "<w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>" + code +
           "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/>";
}

TEST(HostileSizes, AnEquationOfAMegabyteIsToldAtItsPlace) {
    for (const std::string& code :
         {"EQ " + repeated("\\o(", 100'000) + repeated(")", 100'000),
          "EQ \\o(○," + repeated("1", 1'000'000) + ")", "EQ " + repeated("\\o\\ac(○,1", 100'000)}) {
        // Random letters keep the file from being refused for how much it unpacks to.
        std::string noise;
        std::uint32_t random = 1;
        for (int i = 0; i < 60'000; ++i)
            noise += static_cast<char>('a' + ((random = random * 1103515245 + 12345) >> 20) % 26);
        const auto read = read_bytes(
            read_word, in_word(word_row(word_cell(field(code)) + word_cell(text(noise)))));
        EXPECT_EQ(read.diagnostics.count(Code::word_field_without_result), 1u)
            << code.substr(0, 20);
    }
}

TEST(HostileSizes, TablesInTablesAreRefusedWhereNoPersonCouldFollow) {
    EXPECT_EQ(refusal(read_word, make_word_document(repeated("<w:tbl><w:tr><w:tc>", 300) +
                                                    repeated("</w:tc></w:tr></w:tbl>", 300))),
              "office.xml-too-deep");
    EXPECT_EQ(refusal(read_html, repeated("<table><tr><td>", 100'000)), "format.tables-too-deep");
}

TEST(HostileSizes, AFaultInAPartIsToldByThePartsOwnLineAndColumn) {
    try {
        read_bytes(read_word, make_word_document("<w:p></w:r>"), {}, "list.docx");
        FAIL();
    } catch (const JobError& error) {
        EXPECT_EQ(to_string(error.diagnostic().place).substr(0, 30),
                  "list.docx word/document.xml:1:");
    }
}

TEST(HostileSizes, ManyGroupRowsOfKindsMakeThreeListsAndFewMessages) {
    std::string rows = "枫落坪乡履职事项清单,,\n2025年7月,,\n序号,事项类别,事项名称\n";
    for (int i = 1; i <= 6'000; ++i) {
        rows += std::string(i % 2 ? "一、基本" : "二、配合") + "履职事项（1项）,,\n" +
                std::to_string(i) + ",党的建设,做好第" + std::to_string(i) + "项工作\n";
    }
    auto read = read_bytes(read_csv, rows);
    std::vector<Draft> drafts;
    drafts.push_back(std::move(read.draft));
    const auto recognised = test::recognised(std::move(drafts));
    EXPECT_EQ(recognised.document.lists.size(), 2u);
    EXPECT_EQ(recognised.document.item_count(), 6'000u);
    EXPECT_LT(recognised.diagnostics.entries().size(), 3 * Diagnostics::most_alike);
}

}  // namespace
}  // namespace dutylist
