#include <gtest/gtest.h>

#include "importers/open_document/open_document_importer.h"
#include "pipeline/diagnostics/codes.h"
#include "tests/support/drafts.h"
#include "tests/support/zip_archive.h"

// Hidden and struck-out text of OpenDocument spreadsheets is read, and told with its place.

namespace dutylist {
namespace {

using test::to_lines;
using test::told;

test::Read read(const std::string& table, const std::string& styles = {}) {
    return test::read_bytes(
        read_open_document,
        test::make_spreadsheet("<office:automatic-styles>" + styles +
                               "</office:automatic-styles><office:body><office:spreadsheet>"
                               "<table:table table:name=\"清单\">" +
                               table + "</table:table></office:spreadsheet></office:body>"));
}
std::string cell(const std::string& text, const std::string& attributes = {}) {
    return "<table:table-cell " + attributes + "><text:p>" + text + "</text:p></table:table-cell>";
}
std::string row(const std::string& cells, const std::string& attributes = {}) {
    return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}
std::string column(const std::string& attributes) {
    return "<table:table-column " + attributes + "/>";
}
std::string style(const std::string& name, const std::string& family,
                  const std::string& properties) {
    return "<style:style style:name=\"" + name + "\" style:family=\"" + family + "\">" +
           properties + "</style:style>";
}

TEST(OpenDocumentConcealed, TellsOfHiddenAndFlatColumns) {
    const auto sheet =
        read(column("table:number-columns-repeated=\"2\"") +
                 column("table:visibility=\"collapse\"") + column("table:style-name=\"co1\"") +
                 row(cell("序号") + cell("名称") + cell("备注") + cell("密")) +
                 row(cell("标题", "table:number-columns-spanned=\"4\"")),
             style("co1", "table-column",
                   "<style:table-column-properties style:column-width=\"0.01cm\"/>"));
    EXPECT_EQ(to_lines(sheet.table()), "序号|名称|备注|密\n标题|^标题|^标题|^标题\n");
    EXPECT_EQ(told(sheet, Code::text_hidden), "list 清单!C1 备注 (隐藏列 C–D)\n");
}

TEST(OpenDocumentConcealed, TellsOfHiddenRowsUnlessAMergedCellReachesOut) {
    const std::string hidden = "table:visibility=\"collapse\"";
    const auto sheet =
        read(row(cell("甲", "table:number-rows-spanned=\"2\"") + cell("1"), hidden) +
             row("<table:covered-table-cell/>" + cell("2")) +
             row(cell("乙", "table:number-rows-spanned=\"2\""), hidden) +
             row("<table:covered-table-cell/>", "table:visibility=\"filter\"") + row(cell("3")));
    EXPECT_EQ(told(sheet, Code::text_hidden), "list 清单!B1 1 (隐藏行 1, 3)\n");
}

TEST(OpenDocumentConcealed, TellsOfNumbersThatTheirFormatDoesNotShow) {
    const auto sheet =
        read(row("<table:table-cell office:value-type=\"float\" office:value=\"12\"/>"));
    EXPECT_EQ(to_lines(sheet.table()), "12\n");
    EXPECT_EQ(told(sheet, Code::text_hidden), "list 清单!A1 12 (数字格式不显示内容)\n");
}

TEST(OpenDocumentConcealed, TakesTheLookFromStylesOfCellsColumnsAndSpans) {
    const std::string text = "<style:text-properties ";
    const auto sheet =
        read(column("table:default-cell-style-name=\"white\"") + column("") +
                 row(cell("甲") + cell("乙", "table:style-name=\"derived\"")) +
                 row(cell("丙", "table:style-name=\"onblue\"") +
                     cell("全<text:span text:style-name=\"T1\">乡</text:span>党员")),
             style("white", "table-cell", text + "fo:color=\"#ffffff\"/>") +
                 "<style:style style:name=\"derived\" style:family=\"table-cell\" "
                 "style:parent-style-name=\"struck\"/>" +
                 style("struck", "table-cell", text + "style:text-line-through-style=\"solid\"/>") +
                 style("onblue", "table-cell",
                       text + "fo:color=\"#ffffff\"/><style:table-cell-properties "
                              "fo:background-color=\"#0000ff\"/>") +
                 style("T1", "text", text + "style:text-line-through-type=\"double\"/>"));
    EXPECT_EQ(told(sheet, Code::text_hidden), "list 清单!A1 甲 (文字与底色同色)\n");
    EXPECT_EQ(told(sheet, Code::text_struck), "list 清单!B1 乙\nlist 清单!B2 乡\n");
}

TEST(OpenDocumentConcealed, KeepsTextUnderAMergedCellInItsPlace) {
    const auto sheet = read(row(cell("甲", "table:number-columns-spanned=\"3\"") +
                                "<table:covered-table-cell/><table:covered-table-cell><text:p>藏"
                                "</text:p></table:covered-table-cell>") +
                            row(cell("1") + cell("2") + cell("3")));
    EXPECT_EQ(to_lines(sheet.table()), "甲|^甲|藏\n1|2|3\n");
    EXPECT_EQ(told(sheet, Code::excel_text_under_merge), "list 清单!C1 藏\n");
}

}  // namespace
}  // namespace dutylist
