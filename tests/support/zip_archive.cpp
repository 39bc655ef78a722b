#include "tests/support/zip_archive.h"

#include <cstdlib>
#include <stdexcept>

#include <zip.h>

namespace dutylist::test {
namespace {

constexpr const char* relationships_of_package =
    "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr const char* office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string build(const ArchiveParts& parts, bool encrypted) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(memory);
    zip_t* archive = zip_open_from_source(memory, ZIP_TRUNCATE, &error);
    if (archive == nullptr) throw std::runtime_error("cannot make an archive");
    for (const auto& [name, bytes] : parts) {
        zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_OVERWRITE);
        if (index < 0) throw std::runtime_error("cannot add " + name);
        if (encrypted) {
            zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, "x");
            encrypted = false;
        }
    }
    if (zip_close(archive) != 0) throw std::runtime_error("cannot close the archive");
    zip_source_open(memory);
    zip_source_seek(memory, 0, SEEK_END);
    std::string result(static_cast<std::size_t>(zip_source_tell(memory)), '\0');
    zip_source_seek(memory, 0, SEEK_SET);
    zip_source_read(memory, result.data(), result.size());
    zip_source_close(memory);
    zip_source_free(memory);
    return result;
}

std::string relationships(const std::vector<std::pair<std::string, std::string>>& targets) {
    std::string xml = std::string("<Relationships xmlns=\"") + relationships_of_package + "\">";
    int id = 0;
    for (const auto& [type, target] : targets) {
        xml += "<Relationship Id=\"rId" + std::to_string(++id) + "\" Type=\"" + office + "/" +
               type + "\" Target=\"" + target + "\"/>";
    }
    return xml + "</Relationships>";
}

ArchiveParts merged(ArchiveParts parts, const ArchiveParts& more) {
    for (const auto& part : more) {
        std::erase_if(parts, [&](const auto& old) { return old.first == part.first; });
        parts.push_back(part);
    }
    return parts;
}

}  // namespace

std::string make_archive(const ArchiveParts& parts) { return build(parts, false); }
std::string make_encrypted_archive(const ArchiveParts& parts) { return build(parts, true); }

std::string make_workbook(const std::string& sheet, const ArchiveParts& more) {
    const std::string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    return make_archive(merged(
        {{"_rels/.rels", relationships({{"officeDocument", "xl/workbook.xml"}})},
         {"xl/workbook.xml", "<workbook " + main + " xmlns:r=\"" + office +
                                 "\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" "
                                 "r:id=\"rId1\"/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels", relationships({{"worksheet", "worksheets/sheet1.xml"},
                                                       {"sharedStrings", "sharedStrings.xml"},
                                                       {"styles", "styles.xml"}})},
         {"xl/worksheets/sheet1.xml", "<worksheet " + main + ">" + sheet + "</worksheet>"}},
        more));
}

std::string make_word_document(const std::string& body, const ArchiveParts& more) {
    return make_archive(merged(
        {{"_rels/.rels", relationships({{"officeDocument", "word/document.xml"}})},
         {"word/_rels/document.xml.rels",
          relationships({{"numbering", "numbering.xml"}, {"styles", "styles.xml"}})},
         {"word/document.xml",
          "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
          "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>" +
              body + "</w:body></w:document>"}},
        more));
}

namespace {

std::string make_open_document(const std::string& kind, const std::string& content) {
    return make_archive(
        {{"mimetype", "application/vnd.oasis.opendocument." + kind},
         {"content.xml",
          "<office:document-content "
          "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
          "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
          "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
          "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
          "xmlns:field=\"urn:openoffice:names:experimental:ooo-ms-interop:xmlns:"
          "field:1.0\" "
          "xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:"
          "xmlns:loext:1.0\" "
          "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
          "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "
          "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">" +
              content + "</office:document-content>"}});
}

}  // namespace

std::string make_spreadsheet(const std::string& content) {
    return make_open_document("spreadsheet", content);
}

std::string make_text_document(const std::string& content) {
    return make_open_document("text", content);
}

}  // namespace dutylist::test
