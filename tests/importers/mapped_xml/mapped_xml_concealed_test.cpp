#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "importers/mapped_xml/mapped_xml_importer.h"
#include "pipeline/diagnostics/codes.h"
#include "tests/support/drafts.h"
#include "tests/support/temporary_folder.h"

namespace dutylist {
namespace {

using test::read_bytes;
using test::to_lines;
using test::told;

// A sheet of Excel 2003 XML: what stands in <Styles>, and in the sheet's <Table>.
test::Read sheet(const std::string& styles, const std::string& table) {
    return read_bytes(read_mapped_xml,
                      "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
                      "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\" "
                      "xmlns:html=\"http://www.w3.org/TR/REC-html40\"><Styles>" +
                          styles + "</Styles><Worksheet ss:Name=\"清单\"><Table>" + table +
                          "</Table></Worksheet></Workbook>");
}
std::string cell(const std::string& text, const std::string& attributes = {},
                 const std::string& type = "String") {
    return "<Cell " + attributes + "><Data ss:Type=\"" + type + "\">" + text + "</Data></Cell>";
}
std::string row(const std::string& cells, const std::string& attributes = {}) {
    return "<Row " + attributes + ">" + cells + "</Row>";
}

}  // namespace

TEST(MappedXmlConcealed, StruckOutCellsAndPartsOfThemAreTold) {
    const auto read = sheet("<Style ss:ID=\"s1\"><Font ss:StrikeThrough=\"1\"/></Style>",
                            row(cell("甲", "ss:StyleID=\"s1\"") + cell("乙<html:S>丙</html:S>丁")));
    EXPECT_EQ(to_lines(read.table()), "甲|乙丙丁\n");
    EXPECT_EQ(told(read, Code::text_struck), "list 清单!A1 甲\nlist 清单!B1 丙\n");
}

TEST(MappedXmlConcealed, TextThatCannotBeSeenIsTold) {
    const auto read = sheet(
        "<Style ss:ID=\"s1\"><Font ss:Color=\"#FFFFFF\"/></Style>"
        "<Style ss:ID=\"s2\"><Font ss:Size=\"1\"/></Style>"
        "<Style ss:ID=\"s3\"><Font ss:Color=\"#FFFFFF\"/><Interior ss:Color=\"#000080\" "
        "ss:Pattern=\"Solid\"/></Style>",
        row(cell("甲", "ss:StyleID=\"s1\"") + cell("乙", "ss:StyleID=\"s2\"") +
            cell("丙", "ss:StyleID=\"s3\"")));
    EXPECT_EQ(read.diagnostics.count(Code::text_hidden), 2U);
}

TEST(MappedXmlConcealed, HiddenRowsAndColumnsAreTold) {
    const auto read =
        sheet("", "<Column ss:Index=\"2\" ss:Hidden=\"1\"/>" + row(cell("甲") + cell("乙")) +
                      row(cell("丙"), "ss:Index=\"5\" ss:Hidden=\"1\""));
    EXPECT_EQ(to_lines(read.table()), "甲|乙\n丙\n");
    EXPECT_EQ(told(read, Code::text_hidden),
              "list 清单!A5 丙 (隐藏行 5)\nlist 清单!B1 乙 (隐藏列 B)\n");
}

TEST(MappedXmlConcealed, AMergedCellIsSeenIfAPartOfItIs) {
    const auto read = sheet("", row(cell("甲", "ss:MergeDown=\"1\""), "ss:Hidden=\"1\"") +
                                    row(cell("乙", "ss:Index=\"2\"")));
    EXPECT_EQ(told(read, Code::text_hidden), "");
}

TEST(MappedXmlConcealed, NumbersAndDaysAreShownByTheirFormats) {
    const auto read = sheet(
        "<Style ss:ID=\"s1\"><NumberFormat ss:Format=\"0%\"/></Style>"
        "<Style ss:ID=\"s2\"><NumberFormat ss:Format=\"Short Date\"/></Style>"
        "<Style ss:ID=\"s3\"><NumberFormat ss:Format=\";;;\"/></Style>",
        row(cell("0.3", "ss:StyleID=\"s1\"", "Number") +
            cell("2025-07-12T00:00:00.000", "ss:StyleID=\"s2\"", "DateTime") +
            cell("7", "ss:StyleID=\"s3\"", "Number") + cell("1.0", "", "Number")));
    EXPECT_EQ(to_lines(read.table()), "30%|2025/7/12|7|1\n");
    EXPECT_EQ(read.diagnostics.count(Code::text_hidden), 1U);
}

TEST(MappedXmlConcealed, AMappingSaysWhatItsOwnXmlHidesAndStrikesOut) {
    const test::TemporaryFolder folder;
    const std::string mapping = (folder.path() / "mapping.xml").string();
    std::ofstream(mapping)
        << "<mapping xmlns=\"urn:dutylist:mapping:1\" name=\"test\"><struck element=\"old\"/>"
           "<hidden element=\"note\"/><table select=\"/duties\">"
           "<row select=\"item\" hidden=\"@state = 'off'\"/>"
           "<field head=\"序号\" select=\"@no\"/><field head=\"事项名称\" select=\"name\"/>"
           "</table></mapping>";
    ImportSettings settings;
    settings.mapping = mapping;
    const auto read =
        read_bytes(read_mapped_xml,
                   "<duties><item no=\"1\"><name><old>甲</old>乙<note>丙</note></name></item>"
                   "<item no=\"2\" state=\"off\"><name>丁</name></item></duties>",
                   settings);
    EXPECT_EQ(to_lines(read.draft), "▦\n# 序号|事项名称\n1|甲乙丙\n2|丁\n");
    EXPECT_EQ(read.diagnostics.count(Code::text_struck), 1U);
    EXPECT_EQ(read.diagnostics.count(Code::text_hidden), 2U);
}

}  // namespace dutylist
