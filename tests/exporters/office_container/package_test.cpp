#include "exporters/office_container/package.h"

#include <gtest/gtest.h>

#include "exporters/office_container/package_check.h"
#include "exporters/office_container/xml_writer.h"
#include "pipeline/diagnostics/job_error.h"
#include "tests/support/zip_archive.h"

namespace dutylist::office_container {
namespace {

std::string package_bytes(std::int64_t timestamp = 1'751'328'000) {
    Package package;
    package.add("word/document.xml", "officedocument.wordprocessingml.document.main+xml") =
        "<a r:id=\"rId1\" xmlns:r=\"http://x/relationships\"/>";
    package.add("word/styles.xml", "officedocument.wordprocessingml.styles+xml") = "<b/>";
    package.relate("", "word/document.xml", "officeDocument/2006/relationships/officeDocument");
    package.relate("word/document.xml", "word/styles.xml",
                   "officeDocument/2006/relationships/styles");
    MemorySink sink("a.docx");
    package.write(timestamp, sink);
    return sink.take_bytes();
}

void check(const std::string& bytes) {
    const MemoryBytes file("a.docx", bytes);
    check_package(ContainerReader(file));
}

test::ArchiveParts parts_of(const std::string& bytes) {
    const MemoryBytes file("a.docx", bytes);
    const ContainerReader container(file);
    test::ArchiveParts parts;
    for (std::uint64_t i = 0; i < container.parts(); ++i) {
        std::string text;
        container.read(i, [&text](std::string_view piece) { text += piece; });
        parts.emplace_back(container.name(i), text);
    }
    return parts;
}

// The package with a passage of one of its parts replaced.
std::string changed(const std::string& part, const std::string& from, const std::string& to) {
    test::ArchiveParts parts = parts_of(package_bytes());
    for (auto& [name, text] : parts) {
        if (name != part) continue;
        const std::size_t at = text.find(from);
        EXPECT_NE(at, std::string::npos) << text;
        text.replace(at, from.size(), to);
    }
    return test::make_archive(parts);
}

TEST(OfficePackage, NamesPartsRelationsAndTypes) {
    const test::ArchiveParts parts = parts_of(package_bytes());
    ASSERT_EQ(parts.size(), 5u);
    EXPECT_EQ(parts[0].first, "[Content_Types].xml");
    EXPECT_EQ(parts[1].first, "_rels/.rels");
    EXPECT_EQ(parts[2].first, "word/_rels/document.xml.rels");
    EXPECT_NE(parts[2].second.find("Target=\"styles.xml\""), std::string::npos);
    EXPECT_NO_THROW(check(package_bytes()));
}

TEST(OfficePackage, HasTheDateThatItIsGivenAndNoOther) {
    EXPECT_EQ(package_bytes(), package_bytes());
    EXPECT_NE(package_bytes(1'751'328'000), package_bytes(1'751'414'400));
}

TEST(OfficePackage, IsRefusedWhereARelationLeadsNowhere) {
    EXPECT_THROW(check(changed("word/_rels/document.xml.rels", "styles.xml", "fonts.xml")),
                 JobError);
}

TEST(OfficePackage, IsRefusedWhereAnIdIsNotGiven) {
    EXPECT_THROW(check(changed("word/document.xml", "rId1", "rId7")), JobError);
}

TEST(OfficePackage, IsRefusedWhereAPartHasNoType) {
    EXPECT_THROW(check(changed("[Content_Types].xml", "/word/styles.xml", "/word/style.xml")),
                 JobError);
}

TEST(OfficePackage, IsRefusedWhereAPartIsNotWellFormed) {
    EXPECT_THROW(check(changed("word/styles.xml", "<b/>", "<b>")), JobError);
}

TEST(XmlWriter, EscapesTextsAndClosesWhatItOpened) {
    std::string text;
    {
        XmlWriter xml(text);
        const OpenElement root(xml, "a", {{"b", "\"<&"}});
        xml.empty("c");
        xml.text("1 < 2 & 3");
    }
    EXPECT_EQ(text.substr(text.find("<a")), "<a b=\"&quot;&lt;&amp;\"><c/>1 &lt; 2 &amp; 3</a>");
}

}  // namespace
}  // namespace dutylist::office_container
