#include "importers/unsupported/unsupported_importer.h"

#include <gtest/gtest.h>

#include "tests/support/drafts.h"
#include "tests/support/zip_archive.h"

namespace dutylist {
namespace {

using test::make_archive;
using test::refusal;

// A compound file that has nothing but its magic and the name of a stream.
std::string compound_file(const std::string& stream) {
    std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    bytes.append(504, '\0');
    for (char c : stream) {
        bytes += c;
        bytes += '\0';
    }
    bytes.append(64, '\0');
    return bytes;
}

std::string named(std::string bytes) { return refusal(read_unsupported, std::move(bytes)); }

TEST(UnsupportedImporter, NamesOldBinaryOfficeFiles) {
    EXPECT_EQ(named(compound_file("WordDocument")), "unsupported.old-word");
    EXPECT_EQ(named(compound_file("Workbook")), "unsupported.old-excel");
    EXPECT_EQ(named(compound_file("Book")), "unsupported.old-excel");
    EXPECT_EQ(named(make_archive({{"xl/workbook.bin", "x"}})), "unsupported.old-excel");
}

TEST(UnsupportedImporter, NamesEncryptedOfficeFiles) {
    EXPECT_EQ(named(compound_file("EncryptedPackage")), "unsupported.encrypted");
}

TEST(UnsupportedImporter, NamesPageFormatsPicturesAndArchives) {
    EXPECT_EQ(named("%PDF-1.7\n"), "unsupported.page-format");
    EXPECT_EQ(named("\xFF\xD8\xFF\xE0"), "unsupported.picture");
    EXPECT_EQ(named("{\\rtf1"), "unsupported.other");
    EXPECT_EQ(named(make_archive({{"list.docx", "x"}})), "unsupported.archive");
    EXPECT_EQ(named(make_archive({{"OFD.xml", "x"}})), "unsupported.page-format");
    EXPECT_EQ(named("Rar!\x1A\x07"), "unsupported.archive");
}

TEST(UnsupportedImporter, NamesDamagedArchivesAsDamaged) {
    EXPECT_EQ(named("PK\x03\x04"), "container.damaged");
}

TEST(UnsupportedImporter, LeavesWhatOthersReadAlone) {
    EXPECT_EQ(recognise_unsupported({"a", test::make_workbook("")}), Confidence::no);
    EXPECT_EQ(recognise_unsupported({"a", test::make_word_document("")}), Confidence::no);
    EXPECT_EQ(recognise_unsupported({"a", test::make_spreadsheet("")}), Confidence::no);
    EXPECT_EQ(recognise_unsupported({"a", "履职事项清单"}), Confidence::no);
}

}  // namespace
}  // namespace dutylist
