#include <gtest/gtest.h>

#include "exporters/json/document_json.h"
#include "exporters/statistics/statistics_json.h"
#include "exporters/xml/document_writer.h"
#include "pipeline/statistics/statistics.h"
#include "tests/support/document_generator.h"
#include "tests/support/files.h"
#include "tests/support/programs.h"
#include "tests/support/temporary_folder.h"

namespace dutylist {
namespace {

const std::string schemas = DUTYLIST_SOURCE_DIR "/templates/schemas";

// Random documents written in every form, in a folder where other programs can read them.
class GeneratedOutputs : public testing::Test {
protected:
    static constexpr std::uint32_t count = 150;

    void SetUp() override {
        for (std::uint32_t seed = 0; seed < count; ++seed) {
            const Document document = test::generate_document(seed);
            const std::string stem = std::to_string(seed);
            const DepartmentDictionary none;
            test::write_file(folder_ / (stem + ".xml"), canonical_xml(document));
            test::write_file(folder_ / (stem + ".json"), document_json(document, none));
            test::write_file(folder_ / (stem + ".statistics.json"),
                             statistics_json(compute_statistics(document, none)));
        }
    }

    test::TemporaryFolder folder_;
};

TEST_F(GeneratedOutputs, JsonFitsItsSchemaHoldsTheTextsOfTheXmlAndCountsRight) {
    if (test::run_program("/usr/bin/python3 -c 'import jsonschema'").status != 0)
        GTEST_SKIP() << "python3-jsonschema is not installed: run scripts/setup";
    const test::ProgramResult result =
        test::run_program("/usr/bin/python3 " DUTYLIST_SOURCE_DIR "/tests/tools/check_json.py " +
                          schemas + " " + folder_.path().string());
    EXPECT_EQ(result.status, 0) << result.output;
}

TEST_F(GeneratedOutputs, XmlFitsItsSchema) {
    if (!test::has_program("xmllint"))
        GTEST_SKIP() << "xmllint is not installed: run scripts/setup";
    const test::ProgramResult result =
        test::run_program("cd " + folder_.path().string() + " && xmllint --noout --schema " +
                          schemas + "/document.xsd *.xml");
    EXPECT_EQ(result.status, 0) << result.output.substr(0, 3000);
    std::size_t valid = 0;
    for (std::size_t at = 0; (at = result.output.find(" validates\n", at)) != std::string::npos;
         ++at)
        ++valid;
    EXPECT_EQ(valid, count) << result.output.substr(0, 3000);
}

}  // namespace
}  // namespace dutylist
