#include <gtest/gtest.h>

#include "importers/excel/excel_importer.h"
#include "pipeline/diagnostics/codes.h"
#include "tests/support/drafts.h"
#include "tests/support/zip_archive.h"

// Hidden and struck-out text of workbooks is read, and told with its place.

namespace dutylist {
namespace {

using test::to_lines;
using test::told;

const std::string main_name_space =
    "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

test::Read read(const std::string& sheet, const test::ArchiveParts& more = {}) {
    return test::read_bytes(read_excel, test::make_workbook(sheet, more));
}
std::string cell(const std::string& text, const std::string& attributes = {}) {
    return "<c t=\"inlineStr\" " + attributes + "><is><t>" + text + "</t></is></c>";
}
std::string row(const std::string& cells, const std::string& attributes = {}) {
    return "<row " + attributes + ">" + cells + "</row>";
}
std::string data(const std::string& rows) { return "<sheetData>" + rows + "</sheetData>"; }

// Cell formats 0, 1, 2 …, each with its font and fill.
test::ArchiveParts formats(const std::vector<std::pair<std::string, std::string>>& looks) {
    std::string fonts;
    std::string fills;
    std::string cells;
    for (std::size_t i = 0; i < looks.size(); ++i) {
        const std::string n = std::to_string(i);
        fonts += "<font>" + looks[i].first + "</font>";
        fills += "<fill>" + looks[i].second + "</fill>";
        cells += "<xf numFmtId=\"0\" fontId=\"" + n + "\" fillId=\"" + n + "\"/>";
    }
    return {{"xl/styles.xml", "<styleSheet " + main_name_space + "><fonts>" + fonts +
                                  "</fonts><fills>" + fills + "</fills><cellXfs>" + cells +
                                  "</cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs>"
                                  "</styleSheet>"}};
}
const std::string no_fill = "<patternFill patternType=\"none\"/>";
std::string solid(const std::string& rgb) {
    return "<patternFill patternType=\"solid\"><fgColor rgb=\"" + rgb + "\"/></patternFill>";
}

TEST(ExcelConcealed, TellsOfHiddenColumnsAtTheirFirstText) {
    const auto sheet = read(
        "<cols><col min=\"1\" max=\"1\" width=\"9\"/><col min=\"2\" max=\"3\" hidden=\"1\"/>"
        "<col min=\"5\" max=\"5\" width=\"0\"/></cols>" +
        data(row(cell("序号") + cell("备注") + cell("说明") + cell("名称") + cell("密")) +
             row(cell("1") + cell("不公开"))));
    EXPECT_EQ(to_lines(sheet.table()), "序号|备注|说明|名称|密\n1|不公开\n");
    EXPECT_EQ(told(sheet, Code::text_hidden), "list Sheet1!B1 备注 (隐藏列 B–C, E)\n");
}

TEST(ExcelConcealed, TellsOfColumnsThatHaveNoWidthUnlessTheySaySo) {
    const auto sheet = read(
        "<sheetFormatPr defaultColWidth=\"0\"/><cols><col min=\"1\" max=\"1\" "
        "width=\"9\"/></cols>" +
        data(row(cell("甲") + cell("乙"))));
    EXPECT_EQ(told(sheet, Code::text_hidden), "list Sheet1!B1 乙 (隐藏列 B)\n");
}

TEST(ExcelConcealed, TellsOfHiddenFoldedAndFlatRowsTogether) {
    const auto sheet = read(data(row(cell("1")) + row(cell("2"), "hidden=\"1\"") +
                                 row(cell("3"), "hidden=\"1\" outlineLevel=\"1\"") +
                                 row(cell("4")) + row(cell("5"), "ht=\"0\" customHeight=\"1\"")));
    EXPECT_EQ(told(sheet, Code::text_hidden), "list Sheet1!A2 2 (隐藏行 2–3, 5)\n");
}

TEST(ExcelConcealed, SeesAMergedCellIfAPartOfItIsSeen) {
    const std::string columns = "<cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols>";
    const std::string merges = "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>";
    EXPECT_EQ(told(read(columns + data(row(cell("标题"))) + merges), Code::text_hidden), "");
    EXPECT_EQ(told(read(data(row(cell("标题"), "hidden=\"1\"")) + merges), Code::text_hidden),
              "list Sheet1!A1 标题 (隐藏行 1)\n");
}

TEST(ExcelConcealed, ReadsAMillionHiddenRowsWithOneMessage) {
    std::string rows;
    for (int i = 0; i < 500'000; ++i) {
        rows += "<row hidden=\"1\"/><row/>";
        if (i % 100 == 0) rows += "<row hidden=\"1\"><c><v>" + std::to_string(i) + "</v></c></row>";
    }
    const auto sheet = read(data(rows));
    EXPECT_EQ(sheet.table().rows.size(), 5000u);
    EXPECT_EQ(sheet.diagnostics.count(Code::text_hidden), 1u);
}

TEST(ExcelConcealed, TellsOfTextInTheColourOfItsBackground) {
    const std::string white_font = "<color rgb=\"FFFFFFFF\"/>";
    const auto sheet =
        read(data(row(cell("甲", "s=\"0\"") + cell("乙", "s=\"1\"") + cell("丙", "s=\"2\"") +
                      cell("丁", "s=\"3\"") + cell("戊", "s=\"4\""))),
             formats({{white_font, no_fill},
                      {white_font, solid("FF4472C4")},
                      {"<color theme=\"0\" tint=\"-0.05\"/>", no_fill},
                      {"<color indexed=\"13\"/>", solid("FFFFFF00")},
                      {white_font, "<patternFill patternType=\"darkGrid\"/>"}}));
    EXPECT_EQ(told(sheet, Code::text_hidden),
              "list Sheet1!A1 甲 (文字与底色同色)\nlist Sheet1!C1 丙 (文字与底色同色)\n"
              "list Sheet1!D1 丁 (文字与底色同色)\n");
}

TEST(ExcelConcealed, TellsOfTinyAndStruckOutCells) {
    const auto sheet = read(data(row(cell("甲", "s=\"1\"") + cell("乙", "s=\"2\"") + cell("丙"))),
                            formats({{"<sz val=\"11\"/>", no_fill},
                                     {"<sz val=\"1\"/>", no_fill},
                                     {"<strike/><sz val=\"11\"/>", no_fill}}));
    EXPECT_EQ(told(sheet, Code::text_hidden), "list Sheet1!A1 甲 (字号不到 2 磅)\n");
    EXPECT_EQ(told(sheet, Code::text_struck), "list Sheet1!B1 乙\n");
}

TEST(ExcelConcealed, ReadsWhatANumberFormatDoesNotShow) {
    const auto sheet = read(
        data(row("<c s=\"1\"><v>12</v></c>" + cell("密", "s=\"1\"") +
                 "<c s=\"1\" t=\"s\"><v>0</v></c>")),
        {{"xl/styles.xml", "<styleSheet " + main_name_space +
                               "><numFmts><numFmt numFmtId=\"170\" formatCode=\";;;\"/></numFmts>"
                               "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>"
                               "</styleSheet>"},
         {"xl/sharedStrings.xml", "<sst " + main_name_space + "><si><t>藏</t></si></sst>"}});
    EXPECT_EQ(to_lines(sheet.table()), "12|密|藏\n");
    EXPECT_EQ(told(sheet, Code::text_hidden),
              "list Sheet1!A1 12 (数字格式不显示内容)\nlist Sheet1!B1 密 (数字格式不显示内容)\n"
              "list Sheet1!C1 藏 (数字格式不显示内容)\n");
}

TEST(ExcelConcealed, TellsOfRunsOfRichTextInEveryCellThatUsesThem) {
    const std::string rich =
        "<r><t>组织</t></r><r><rPr><strike/></rPr><t>全乡</t></r><r><rPr>"
        "<color rgb=\"FFFFFFFF\"/></rPr><t>党员</t></r>";
    const auto sheet = read(
        data(row("<c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c>") +
             row("<c t=\"inlineStr\"><is>" + rich + "</is></c>")),
        {{"xl/sharedStrings.xml", "<sst " + main_name_space + "><si>" + rich + "</si></sst>"}});
    EXPECT_EQ(to_lines(sheet.table()), "组织全乡党员|组织全乡党员\n组织全乡党员\n");
    EXPECT_EQ(told(sheet, Code::text_struck),
              "list Sheet1!A1 全乡\nlist Sheet1!B1 全乡\nlist Sheet1!A2 全乡\n");
    EXPECT_EQ(sheet.diagnostics.count(Code::text_hidden), 3u);
}

}  // namespace
}  // namespace dutylist
