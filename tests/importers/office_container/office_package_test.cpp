#include "importers/office_container/office_package.h"

#include <gtest/gtest.h>

#include "importers/excel/excel_importer.h"
#include "importers/open_document/open_document_importer.h"
#include "importers/open_text/open_text_importer.h"
#include "importers/unsupported/unsupported_importer.h"
#include "importers/word/word_importer.h"
#include "tests/support/drafts.h"
#include "tests/support/zip_archive.h"

namespace dutylist {
namespace {

using test::make_archive;
using test::read_bytes;
using test::refusal;
using test::to_lines;

const std::string word_document =
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
    "<w:p><w:r><w:t>履职事项清单</w:t></w:r></w:p></w:body></w:document>";

std::string related(const std::string& target, const std::string& type = "officeDocument") {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
           "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
           "relationships/" +
           type + "\" Target=\"" + target + "\"/></Relationships>";
}

std::string types(const std::string& entries) {
    return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">" +
           entries + "</Types>";
}
std::string type_of(const std::string& part, const std::string& type) {
    return "<Override PartName=\"" + part + "\" ContentType=\"application/" + type + "\"/>";
}

std::string lines_of_word(const test::ArchiveParts& parts) {
    const std::string bytes = make_archive(parts);
    EXPECT_EQ(recognise_word({"a", bytes}), Confidence::certain);
    EXPECT_EQ(recognise_unsupported({"a", bytes}), Confidence::no);
    return to_lines(read_bytes(read_word, bytes).draft);
}

std::string refusal_of_unsupported(const test::ArchiveParts& parts) {
    const std::string bytes = make_archive(parts);
    EXPECT_EQ(recognise_word({"a", bytes}), Confidence::no);
    EXPECT_EQ(recognise_excel({"a", bytes}), Confidence::no);
    EXPECT_EQ(recognise_unsupported({"a", bytes}), Confidence::certain);
    return refusal(read_unsupported, bytes);
}

const std::string the_line = "¶ 履职事项清单\n";

TEST(OfficePackage, ReadsTheDocumentThatTheRelationshipsName) {
    EXPECT_EQ(lines_of_word({{"_rels/.rels", related("word/document2.xml")},
                             {"word/document2.xml", word_document}}),
              the_line);
}

TEST(OfficePackage, ReadsPartsInTheRoot) {
    EXPECT_EQ(
        lines_of_word({{"_rels/.rels", related("document.xml")}, {"document.xml", word_document}}),
        the_line);
}

TEST(OfficePackage, ReadsNamesInOtherCaseAndWithBackslashes) {
    EXPECT_EQ(lines_of_word({{"_rels\\.rels", related("/Word/Document.xml")},
                             {"WORD\\DOCUMENT.XML", word_document}}),
              the_line);
    EXPECT_EQ(lines_of_word({{"_RELS/.RELS", related("word\\document.xml")},
                             {"/word/document.xml", word_document}}),
              the_line);
}

TEST(OfficePackage, ReadsNamesThatAreEscapedOnOneSideOnly) {
    EXPECT_EQ(lines_of_word({{"_rels/.rels", related("word/%E6%B8%85%E5%8D%95.xml")},
                             {"word/清单.xml", word_document}}),
              the_line);
}

TEST(OfficePackage, FindsTheDocumentByItsContentTypeWhereNoRelationshipNamesIt) {
    const std::string main = "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    EXPECT_EQ(lines_of_word({{"[Content_Types].xml", types(type_of("/parts/list.xml", main))},
                             {"parts/list.xml", word_document}}),
              the_line);
    EXPECT_EQ(lines_of_word({{"[Content_Types].xml", types(type_of("/parts/list.xml", main))},
                             {"_rels/.rels", related("word/document.xml")},
                             {"parts/list.xml", word_document}}),
              the_line);
}

TEST(OfficePackage, FindsTheDocumentByItsUsualNameWhereNothingNamesIt) {
    EXPECT_EQ(lines_of_word({{"word/document.xml", word_document}}), the_line);
}

TEST(OfficePackage, ReadsWorkbooksWhateverTheNamesOfTheirParts) {
    const std::string name_space =
        "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const std::string bytes = make_archive(
        {{"_rels/.rels", related("Book1.xml")},
         {"book1.xml", "<workbook " + name_space +
                           " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                           "relationships\"><sheets><sheet name=\"清单\" sheetId=\"1\" "
                           "r:id=\"rId1\"/></sheets></workbook>"},
         {"_rels/book1.xml.rels", related("Sheets\\Sheet1.xml", "worksheet")},
         {"sheets/sheet1.xml",
          "<worksheet " + name_space +
              "><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"}});
    EXPECT_EQ(recognise_excel({"a", bytes}), Confidence::certain);
    EXPECT_EQ(to_lines(read_bytes(read_excel, bytes).draft), "▦ 清单\n1\n");
}

TEST(OfficePackage, TellsOpenDocumentsByTheirManifestWhereTheMediaTypeIsMissing) {
    const std::string manifest =
        "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
        "<manifest:file-entry manifest:full-path=\"/\" "
        "manifest:media-type=\"application/vnd.oasis.opendocument.";
    const auto made = [&](const std::string& kind) {
        return make_archive(
            {{"meta-inf/manifest.xml", manifest + kind + "\"/></manifest:manifest>"},
             {"content.xml", "<a/>"}});
    };
    EXPECT_EQ(recognise_open_text({"a", made("text")}), Confidence::certain);
    EXPECT_EQ(recognise_open_document({"a", made("spreadsheet")}), Confidence::certain);
    EXPECT_EQ(recognise_unsupported({"a", made("text")}), Confidence::no);
    EXPECT_EQ(refusal(read_unsupported, made("presentation")), "unsupported.other");
}

TEST(OfficePackage, NamesBinaryWorkbooksAndPresentationsWhateverTheNamesOfTheirParts) {
    EXPECT_EQ(refusal_of_unsupported(
                  {{"_rels/.rels", related("book.bin")},
                   {"[Content_Types].xml",
                    types(type_of("/book.bin", "vnd.ms-excel.sheet.binary.macroEnabled.main"))},
                   {"book.bin", "\x83\x01"}}),
              "unsupported.old-excel");
    EXPECT_EQ(
        refusal_of_unsupported(
            {{"_rels/.rels", related("ppt/presentation1.xml")},
             {"ppt/presentation1.xml",
              "<p:presentation xmlns:p=\"http://purl.oclc.org/ooxml/presentationml/main\"/>"}}),
        "unsupported.other");
}

TEST(OfficePackage, BelievesTheRootElementMoreThanTheContentType) {
    EXPECT_EQ(
        lines_of_word(
            {{"[Content_Types].xml",
              types(type_of("/word/document.xml",
                            "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"))},
             {"word/document.xml", word_document}}),
        the_line);
}

TEST(OfficePackage, NamesOtherPackagesByTheirContentType) {
    EXPECT_EQ(
        refusal_of_unsupported({{"_rels/.rels", related("visio/document.xml")},
                                {"visio/document.xml", "<VisioDocument xmlns=\"urn:visio\"/>"}}),
        "unsupported.other");
}

TEST(OfficePackage, NamesTheMainPartThatIsMissing) {
    EXPECT_EQ(refusal_of_unsupported({{"_rels/.rels", related("word/document9.xml")}}),
              "container.part-missing");
}

TEST(OfficePackage, RefusesRelationshipsThatNameThemselves) {
    EXPECT_EQ(refusal_of_unsupported({{"_rels/.rels", related("_rels/.rels")}}),
              "unsupported.other");
}

TEST(OfficePackage, RefusesRelationshipsThatAreNoXml) {
    EXPECT_EQ(refusal_of_unsupported({{"_rels/.rels", "<Relationships>"}}), "office.xml-malformed");
}

}  // namespace
}  // namespace dutylist
