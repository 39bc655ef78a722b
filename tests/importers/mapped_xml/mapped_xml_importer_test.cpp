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

TEST(MappedXmlImporter, ReadsFlatOpenDocumentWhateverItsPrefixes) {
    EXPECT_EQ(
        draft_of(
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
            "</t:table></o:spreadsheet></o:body></o:document>"),
        "▦ 清单\n# 序号|名称|名称\n甲 乙↵丙|^甲 乙↵丙|丁\n");
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

TEST(MappedXmlImporter, MapsTextToItsPlace) {
    const auto read =
        read_bytes(read_mapped_xml,
                   std::string(excel_2003) +
                       "<Worksheet ss:Name=\"甲乙\"><Table>\n<Row><Cell "
                       "ss:N=\"丙\"><Data>丁戊</Data></Cell></Row></Table></Worksheet></Workbook>");
    const DraftText& text = read.table().rows[0].cells[0].content;
    EXPECT_EQ(to_string(text.source.locate(text.text, 3)), "list:2:28");
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
                  "17; correct it.");
    }
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
