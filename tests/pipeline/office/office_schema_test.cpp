#include <gtest/gtest.h>

#include "tests/support/files.h"
#include "tests/support/programs.h"
#include "tests/support/temporary_folder.h"

namespace dutylist {
namespace {

const std::string schema = DUTYLIST_SOURCE_DIR "/templates/schemas/office.xsd";

test::ProgramResult validate(const std::string& file) {
    return test::run_program("xmllint --noout --schema " + schema + " " + file);
}

TEST(OfficeSchema, AcceptsTheSample) {
    if (!test::has_program("xmllint")) GTEST_SKIP() << "xmllint is not installed";
    const auto result = validate(DUTYLIST_SOURCE_DIR "/samples/office.xml");
    EXPECT_EQ(result.status, 0) << result.output;
}

TEST(OfficeSchema, RejectsMistakes) {
    if (!test::has_program("xmllint")) GTEST_SKIP() << "xmllint is not installed";
    test::TemporaryFolder folder;
    for (const char* body :
         {"<department name='甲'/>", "<terms/><terms/>", "<terms><term/></terms>",
          "<departments><department/></departments>", "<rules><rule id='Bad Id'/></rules>",
          "<rules><rule id='a.b' severity='bad'/></rules>",
          "<suppressions><suppress rule='a.b' list='x'>r</suppress></suppressions>",
          "<suppressions><suppress rule='a.b' number='-1'>r</suppress></suppressions>",
          "<suppressions><suppress rule='a.b'/></suppressions>"}) {
        const std::string file = (folder / "office.xml").string();
        test::write_file(
            file, "<office xmlns='urn:dutylist:office:1'>" + std::string(body) + "</office>");
        EXPECT_NE(validate(file).status, 0) << body;
    }
}

}  // namespace
}  // namespace dutylist
