#include "importers/open_document/open_document_importer.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "tests/support/drafts.h"
#include "tests/support/zip_archive.h"

namespace dutylist {
namespace {

using test::make_spreadsheet;
using test::read_bytes;
using test::to_lines;

test::Read read_rows(const std::string& rows) {
    return read_bytes(
        read_open_document,
        make_spreadsheet("<office:body><office:spreadsheet><table:table table:name=\"清单\">" +
                         rows + "</table:table></office:spreadsheet></office:body>"));
}
std::string cell(const std::string& text, const std::string& attributes = {}) {
    return "<table:table-cell " + attributes + "><text:p>" + text + "</text:p></table:table-cell>";
}
std::string row(const std::string& cells, const std::string& attributes = {}) {
    return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}

TEST(OpenDocumentImporter, ReadsRowsOfCellsAsDisplayed) {
    const auto read =
        read_rows("<table:table-header-rows>" + row(cell("序号") + cell("名称")) +
                  "</table:table-header-rows>" +
                  row(cell("1", "office:value-type=\"float\" office:value=\"1.0\"") +
                      cell("甲</text:p><text:p>乙<text:line-break/>丙<text:s text:c=\"3\"/>丁")));
    EXPECT_EQ(to_lines(read.draft), "▦ 清单\n# 序号|名称\n1|甲↵乙↵丙 丁\n");
}

TEST(OpenDocumentImporter, PutsCellsIntoTheirColumnsAndPassesOverEmptyOnes) {
    const auto read = read_rows(
        row("<table:table-cell table:number-columns-repeated=\"2\"/>" + cell("甲") +
            "<table:table-cell table:number-columns-repeated=\"1020\"/>") +
        row("<table:table-cell/>", "table:number-rows-repeated=\"1048570\"") + row(cell("乙")));
    EXPECT_EQ(to_lines(read.table()), "||甲\n乙\n");
    EXPECT_EQ(to_string(read.table().rows[0].cells[2].content.source.locate("甲", 0)),
              "list 清单!C1");
}

TEST(OpenDocumentImporter, SpreadsMergedAndRepeatedCells) {
    const std::string covered = "<table:covered-table-cell/>";
    const auto read = read_rows(
        row(cell("清单", "table:number-columns-spanned=\"3\"") + covered + covered) +
        row(cell("1") + cell("党的建设", "table:number-rows-spanned=\"2\"") + cell("甲")) +
        row(cell("2") + covered + cell("乙")) +
        row(cell("同", "table:number-columns-repeated=\"2\"")));
    EXPECT_EQ(to_lines(read.table()), "清单|^清单|^清单\n1|党的建设|甲\n2|^党的建设|乙\n同|同\n");
}

TEST(OpenDocumentImporter, RepeatsRowsThatAreRepeated) {
    EXPECT_EQ(to_lines(read_rows(row(cell("甲"), "table:number-rows-repeated=\"2\"")).table()),
              "甲\n甲\n");
}

TEST(OpenDocumentImporter, LeavesCommentsOutAndReportsHiddenSheetsAndRows) {
    const auto read = read_bytes(
        read_open_document,
        make_spreadsheet(
            "<office:automatic-styles><style:style style:name=\"ta2\" style:family=\"table\">"
            "<style:table-properties "
            "table:display=\"false\"/></style:style></office:automatic-styles>"
            "<office:body><office:spreadsheet><table:table table:name=\"清单\">" +
            row("<table:table-cell><office:annotation><text:p>批注</text:p></office:annotation>"
                "<text:p>甲</text:p></table:table-cell>",
                "table:visibility=\"filter\"") +
            "</table:table><table:table table:name=\"旧稿\" table:style-name=\"ta2\">" +
            row(cell("乙")) + "</table:table></office:spreadsheet></office:body>"));
    EXPECT_EQ(to_lines(read.draft), "▦ 清单\n甲\n");
    EXPECT_EQ(read.diagnostics.count(Code::excel_hidden_sheet), 1u);
    EXPECT_EQ(read.diagnostics.count(Code::text_hidden), 1u);
}

TEST(OpenDocumentImporter, NamesAPassword) {
    EXPECT_EQ(test::refusal(
                  read_open_document,
                  test::make_archive({{"content.xml", "noise"},
                                      {"META-INF/manifest.xml", "<manifest:encryption-data/>"}})),
              "container.password");
}

TEST(OpenDocumentImporter, ReadsFlatFilesWhateverTheirPrefixes) {
    EXPECT_EQ(
        to_lines(
            read_bytes(
                read_open_document,
                "<o:document xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                "xmlns:t=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
                "xmlns:x=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><o:body><o:spreadsheet>"
                "<t:table "
                "t:name=\"清单\"><t:table-header-rows><t:table-row><t:table-cell><x:p>序号</x:p>"
                "</t:table-cell><t:table-cell "
                "t:number-columns-repeated=\"2\"><x:p>名称</x:p></t:table-cell>"
                "</t:table-row></t:table-header-rows><t:table-row><t:table-cell "
                "t:number-columns-spanned=\"2\"><x:p>甲<x:s/>乙</x:p><x:p>丙</x:p></t:table-cell>"
                "<t:covered-table-cell/><t:table-cell><x:p>丁</x:p></t:table-cell></t:table-row>"
                "<t:table-row t:number-rows-repeated=\"1048000\"><t:table-cell/></t:table-row>"
                "</t:table></o:spreadsheet></o:body></o:document>")
                .draft),
        "▦ 清单\n# 序号|名称|名称\n甲 乙↵丙|^甲 乙↵丙|丁\n");
}

TEST(OpenDocumentImporter, RefusesFlatFilesThatAreNoXmlOrDeclareEntities) {
    const std::string root =
        "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">";
    EXPECT_EQ(recognise_open_document({"a", root}), Confidence::certain);
    EXPECT_EQ(test::refusal(read_open_document, "<!DOCTYPE a>" + root), "xml.doctype");
    EXPECT_EQ(test::refusal(read_open_document, root + "</office>"), "xml.malformed");
}

}  // namespace
}  // namespace dutylist
