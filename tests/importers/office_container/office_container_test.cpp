#include "importers/office_container/office_container.h"

#include <array>

#include <gtest/gtest.h>

#include "pipeline/diagnostics/job_error.h"
#include "tests/support/zip_archive.h"

namespace dutylist {
namespace {

using test::make_archive;
using test::make_encrypted_archive;

// The id of the JobError of opening the archive and reading the whole part "a".
std::string refusal(std::string bytes) {
    const SourceBytes source{"file", std::move(bytes)};
    try {
        OfficeContainer container(source);
        OfficeContainer::Part part = container.open("a");
        std::array<char, 65536> buffer;
        while (part.read(buffer) > 0) {
        }
    } catch (const JobError& error) {
        return std::string(id_of(error.diagnostic().code));
    }
    return {};
}

TEST(OfficeContainer, ReadsPartsWhateverTheirCase) {
    const SourceBytes source{"file", make_archive({{"Word/Document.xml", "<a/>"}})};
    OfficeContainer container(source);
    EXPECT_TRUE(container.has("word/document.xml"));
    EXPECT_EQ(container.read("word/document.xml"), "<a/>");
}

TEST(OfficeContainer, NamesAMissingPart) {
    EXPECT_EQ(refusal(make_archive({{"b", "text"}})), "container.part-missing");
}

TEST(OfficeContainer, NamesATruncatedArchive) {
    const std::string whole = make_archive({{"a", std::string(5000, 'x')}, {"b", "text"}});
    EXPECT_EQ(refusal(whole.substr(0, whole.size() / 2)), "container.damaged");
    EXPECT_EQ(refusal("PK\x03\x04"), "container.damaged");
}

TEST(OfficeContainer, NamesAPartThatDoesNotFitItsCheckSum) {
    std::string bytes =
        make_archive({{"a", "the text of the part, which is stored in some bytes"}});
    bytes[40] = static_cast<char>(bytes[40] ^ 0x55);
    EXPECT_EQ(refusal(bytes), "container.damaged");
}

TEST(OfficeContainer, NamesAPassword) {
    EXPECT_EQ(refusal(make_encrypted_archive({{"a", "secret"}})), "container.password");
}

TEST(OfficeContainer, StopsAPartThatUnpacksToManyTimesItsSize) {
    EXPECT_EQ(refusal(make_archive({{"a", std::string(64u << 20, '\0')}})), "container.too-large");
}

TEST(OfficeContainer, LetsSmallPartsShrinkAsTheyLike) {
    EXPECT_EQ(refusal(make_archive({{"a", std::string(900'000, ' ')}})), "");
}

TEST(OfficeContainer, StopsAtTooManyParts) {
    test::ArchiveParts parts;
    for (int i = 0; i < 10'001; ++i) parts.emplace_back("p" + std::to_string(i), "");
    EXPECT_EQ(refusal(make_archive(parts)), "container.too-many-parts");
}

}  // namespace
}  // namespace dutylist
