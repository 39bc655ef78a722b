#include <gtest/gtest.h>

#include "exporters/json/document_json.h"
#include "exporters/statistics/statistics_json.h"
#include "exporters/xml/document_writer.h"
#include "importers/xml/document_reader.h"
#include "pipeline/diagnostics/codes.h"
#include "tests/support/files.h"
#include "tests/support/programs.h"
#include "tests/support/real_list.h"
#include "tests/support/temporary_folder.h"

namespace dutylist {
namespace {

using test::real_list;

TEST(RealListXml, ReadsBackEqualWithItsPlaces) {
    DUTYLIST_SKIP_WITHOUT_REAL_LIST();
    const std::string xml = canonical_xml(real_list().document);
    Diagnostics diagnostics;
    const Document again = read_canonical_document(xml, "list.xml", diagnostics);
    EXPECT_TRUE(again == real_list().document);
    EXPECT_EQ(diagnostics.count(Code::canonical_markup_differs), 0u);
    EXPECT_EQ(canonical_xml(again), xml);
}

TEST(RealListXml, AndJsonFitTheirSchemasAndSayTheSame) {
    DUTYLIST_SKIP_WITHOUT_REAL_LIST();
    if (!test::has_program("xmllint")) GTEST_SKIP() << "xmllint is not installed";
    const std::string source = DUTYLIST_SOURCE_DIR;
    const test::TemporaryFolder folder;
    const Document& document = real_list().document;
    test::write_file(folder / "list.xml", canonical_xml(document));
    test::write_file(folder / "list.json", document_json(document, {}));
    test::write_file(folder / "list.statistics.json",
                     statistics_json(compute_statistics(document, {})));
    const auto xml =
        test::run_program("xmllint --noout --schema " + source +
                          "/templates/schemas/document.xsd " + (folder / "list.xml").string());
    EXPECT_EQ(xml.status, 0) << xml.output;
    const auto json =
        test::run_program("/usr/bin/python3 " + source + "/tests/tools/check_json.py " + source +
                          "/templates/schemas " + folder.path().string());
    EXPECT_EQ(json.status, 0) << json.output;
}

TEST(RealListStatistics, HasTheKnownFigures) {
    DUTYLIST_SKIP_WITHOUT_REAL_LIST();
    const Statistics statistics = compute_statistics(real_list().document, {});
    EXPECT_EQ(statistics.lists, (ListCounts{106, 101, 30}));
    EXPECT_EQ(statistics.totals.categories, 20u);
    EXPECT_EQ(statistics.totals.department_mentions, 166u);
    EXPECT_EQ(statistics.totals.cooperative_departments, 40u);
    EXPECT_EQ(statistics.totals.departments, 41u);
    EXPECT_EQ(statistics.totals.superior_points, 389u);
    EXPECT_EQ(statistics.totals.shared_points, 19u);
    EXPECT_EQ(statistics.totals.handovers, 31u);
    ASSERT_FALSE(statistics.departments.empty());
    const DepartmentCount& first = statistics.departments.front();
    EXPECT_EQ(first.name, "吉木萨尔县农业农村局");
    EXPECT_EQ(first.cooperative, 15u);
    EXPECT_EQ(first.recalled, 4u);
    EXPECT_EQ(first.superior_points, 44u);
}

}  // namespace
}  // namespace dutylist
