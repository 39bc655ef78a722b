#include "importers/mapped_xml/mapped_xml_importer.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "tests/support/drafts.h"

namespace dutylist {
namespace {

using test::read_bytes;
using test::to_lines;

std::string draft_of(const std::string& xml) {
    return to_lines(read_bytes(read_mapped_xml, xml).draft);
}

// A mapping file for the length of a test.
class MappingFile {
public:
    explicit MappingFile(const std::string& content) {
        static int count = 0;
        path_ = ::testing::TempDir() + "mapping-" + std::to_string(::getpid()) + "-" +
                std::to_string(++count) + ".xml";
        std::ofstream(path_) << "<mapping xmlns=\"urn:dutylist:mapping:1\" name=\"test\">"
                             << content << "</mapping>";
    }
    ~MappingFile() { std::filesystem::remove(path_); }
    ImportSettings settings() const {
        ImportSettings settings;
        settings.mapping = path_;
        return settings;
    }

private:
    std::string path_;
};

constexpr const char* excel_2003 =
    "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>"
    "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
    "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\" "
    "xmlns:x=\"urn:schemas-microsoft-com:office:excel\">";

TEST(MappedXmlImporter, ReadsExcel2003Xml) {
    EXPECT_EQ(
        draft_of(
            std::string(excel_2003) +
            "<Worksheet ss:Name=\"清单\"><Table><Row><Cell ss:MergeAcross=\"2\"><Data "
            "ss:Type=\"String\">标题</Data></Cell></Row><Row/>"
            "<Row><Cell><Data ss:Type=\"Number\">1</Data></Cell><Cell ss:MergeDown=\"1\"><Data "
            "ss:Type=\"String\">党的建设</Data></Cell><Cell><Data>甲；&#10;乙&amp;丙</Data></"
            "Cell></Row>"
            "<Row><Cell><Data>2</Data></Cell><Cell ss:Index=\"3\"><Data>丁</Data></Cell></Row>"
            "</Table></Worksheet></Workbook>"),
        "▦ 清单\n标题|^标题|^标题\n1|党的建设|甲；↵乙&丙\n2|^党的建设|丁\n");
}

TEST(MappedXmlImporter, ReportsHiddenSheetsOfExcel2003Xml) {
    const auto read = read_bytes(
        read_mapped_xml,
        std::string(excel_2003) +
            "<Worksheet ss:Name=\"旧稿\"><Table><Row><Cell><Data>1</Data></Cell></Row></Table>"
            "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></"
            "Worksheet></Workbook>");
    EXPECT_TRUE(read.draft.elements.empty());
    EXPECT_EQ(read.diagnostics.count(Code::excel_hidden_sheet), 1u);
}

TEST(MappedXmlImporter, ReadsAnyXmlThroughAMapping) {
    const MappingFile mapping(
        "<root name=\"duties\"/><paragraph select=\"/duties/title\"/><line element=\"br\"/>"
        "<table select=\"/duties/list\" caption=\"@kind\"><row select=\"item\"/>"
        "<field head=\"序号\" select=\"@no\"/><field head=\"事项名称\" select=\"name\"/>"
        "<field head=\"职责\" select=\"duty\"/></table>");
    const auto read =
        read_bytes(read_mapped_xml,
                   "<duties><title>清单</title><list kind=\"基本\">"
                   "<item no=\"1\"><name>甲</name><duty>子<br/>丑</duty><duty>寅</duty></item>"
                   "<item no=\"2\"><name>乙</name></item></list></duties>",
                   mapping.settings());
    EXPECT_EQ(to_lines(read.draft), "¶ 清单\n▦ 基本\n# 序号|事项名称|职责\n1|甲|子↵丑↵寅\n2|乙|\n");
}

TEST(MappedXmlImporter, MapsTextOfSheetsToItsCell) {
    const auto read = read_bytes(
        read_mapped_xml, std::string(excel_2003) +
                             "<Worksheet ss:Name=\"甲乙\"><Table><Row ss:Index=\"3\"><Cell "
                             "ss:Index=\"2\"><Data>丁戊</Data></Cell></Row></Table></Worksheet>"
                             "</Workbook>");
    const DraftText& text = read.table().rows[0].cells[1].content;
    EXPECT_EQ(to_string(text.source.locate(text.text, 3)), "list 甲乙!B3");
}

TEST(MappedXmlImporter, MapsOtherTextToItsPlace) {
    const MappingFile mapping(
        "<table select=\"/duties\"><row select=\"item\"/>"
        "<field head=\"事项名称\" select=\"name\"/></table>");
    const auto read = read_bytes(
        read_mapped_xml, "<duties>\n<item><name>丁戊</name></item></duties>", mapping.settings());
    const DraftText& text = read.table().rows[1].cells[0].content;
    EXPECT_EQ(to_string(text.source.locate(text.text, 3)), "list:2:14");
}

TEST(MappedXmlImporter, SaysAtWhichCharacterAnExpressionIsWrong) {
    const MappingFile bad(
        "<table select=\"//*[@name='类别']/]\"><row select=\"a\"/><cell select=\"b\"/></table>");
    Diagnostics diagnostics;
    try {
        read_mapped_xml({"list.xml", "<foo/>"}, bad.settings(), diagnostics);
        ADD_FAILURE() << "the expression was taken";
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().message(Language::english),
                  "The XPath “//*[@name='类别']/]” of the mapping file is wrong at its character "
                  "17; correct it (docs/formats.md says what it may hold).");
    }
}

TEST(MappedXmlImporter, RefusesAFileThatKeepsItsMappingBusyWithoutEnd) {
    const MappingFile costly(
        "<table select=\"/duties\"><row select=\"item\"/>"
        "<field head=\"名称\" select=\"self::*[starts-with(/duties/note, .)]\"/></table>");
    std::string duties = "<duties><note>" + std::string(1'000'000, 'x') + "</note>";
    for (int i = 0; i < 100; ++i) duties += "<item>甲</item>";
    EXPECT_EQ(test::refusal(read_mapped_xml, duties + "</duties>", costly.settings()),
              "mapping.too-many-steps");
}

TEST(MappedXmlImporter, NamesWhatIsWrong) {
    EXPECT_EQ(test::refusal(read_mapped_xml, "<foo/>"), "mapping.needed");
    EXPECT_EQ(test::refusal(read_mapped_xml,
                            std::string("<!DOCTYPE a>") + (excel_2003 + 21) + "</Workbook>"),
              "xml.doctype");
    EXPECT_EQ(test::refusal(read_mapped_xml, std::string(excel_2003) + "</Workbok>"),
              "xml.malformed");
    const MappingFile bad("<table select=\"///\"><row select=\"a\"/><cell select=\"b\"/></table>");
    EXPECT_EQ(test::refusal(read_mapped_xml, "<foo/>", bad.settings()), "mapping.bad-expression");
    const MappingFile no_table("");
    EXPECT_EQ(test::refusal(read_mapped_xml, "<foo/>", no_table.settings()), "xml.missing");
    const MappingFile misspelt("<tabel select=\"a\"/>");
    EXPECT_EQ(test::refusal(read_mapped_xml, "<foo/>", misspelt.settings()), "xml.unknown-element");
}

TEST(MappedXmlImporter, RecognisesShippedFormatsAndOffersToReadOtherXml) {
    EXPECT_EQ(recognise_mapped_xml({"a", excel_2003}), Confidence::certain);
    EXPECT_EQ(recognise_mapped_xml({"a", "<duties/>"}), Confidence::fallback);
    EXPECT_EQ(recognise_mapped_xml({"a", "履职事项清单"}), Confidence::no);
}

}  // namespace
}  // namespace dutylist
