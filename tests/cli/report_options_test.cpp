#include "cli/report_options.h"

#include <gtest/gtest.h>

#include "cli/compare_options.h"
#include "tests/support/parsed_line.h"

namespace dutylist::cli {
namespace {

ReportOptions read(const std::vector<std::string>& words) {
    const test::ParsedLine line(words);
    return report_options(line.invocation());
}

TEST(ReportOptions, NeedAMonth) {
    EXPECT_EQ(read({"report", "--month", "2025-08"}).month.iso(), "2025-08");
    EXPECT_EQ(test::refusal_of({"report"}, report_options),
              "The command report needs --month YYYY-MM; see dutylist report --help.");
    EXPECT_EQ(test::refusal_of({"report", "--month", "2025年"}, report_options),
              "The option --month takes YYYY-MM.");
    EXPECT_EQ(test::refusal_of({"report", "--month", "2025-08", "--base", "13"}, report_options),
              "The option --base takes YYYY-MM.");
}

TEST(ReportOptions, OfADepartmentAreRowsOfItsView) {
    for (const Exporter* exporter : read({"report", "--month", "2025-08"}).outputs.exporters)
        EXPECT_EQ(exporter->subject, Subject::report);
    const ReportOptions view = read({"report", "--month", "2025-08", "--department", "公安局"});
    EXPECT_EQ(view.department, "公安局");
    for (const Exporter* exporter : view.outputs.exporters)
        EXPECT_EQ(exporter->subject, Subject::department_view);
}

TEST(CompareOptions, KeepTheNamedWorkbookBesideOtherOutputs) {
    const test::ParsedLine line({"compare", "a", "b", "--to", "json", "-o", "out", "--xlsx",
                                 "c.xlsx", "--ledger", "d.csv", "--exit-code"});
    const CompareOptions options = compare_options(line.invocation());
    EXPECT_EQ(options.common.inputs, (std::vector<std::string>{"a", "b"}));
    ASSERT_EQ(options.outputs.exporters.size(), 1u);
    EXPECT_EQ(options.outputs.exporters.front()->target, "json");
    EXPECT_EQ(options.outputs.folder(), "out");
    EXPECT_EQ(options.workbook, "c.xlsx");
    EXPECT_EQ(options.ledger, "d.csv");
    EXPECT_TRUE(options.exit_code);
}

}  // namespace
}  // namespace dutylist::cli
