#include "exporters/statistics/statistics_tables.h"

#include <gtest/gtest.h>

#include "exporters/statistics/csv_writer.h"
#include "exporters/statistics/terminal_table.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "tests/support/files.h"
#include "tests/support/temporary_folder.h"

namespace dutylist {
namespace {

Statistics example() {
    Statistics statistics;
    statistics.unit = {"", "", "云川县", "白水镇"};
    statistics.period = {2025, 7, {}};
    statistics.lists = {2, 1, 0};
    statistics.categories = {{"党的建设", {2, 0, 0}, 2, 2.0 / 3}, {"", {0, 1, 0}, 1, 1.0 / 3}};
    statistics.departments = {{"云川县水利局", 1, 1, 0, 0, 3, 1}};
    statistics.totals = {3, 1, 1, 1, 1, 0, 3, 0};
    return statistics;
}

TEST(StatisticsTables, HaveTheColumnsOfTheTemplate) {
    const StatisticsTables tables(TemplateStore(), Language::chinese);
    const TextTable table = tables.categories(example(), true);
    ASSERT_EQ(table.columns.size(), 6u);
    EXPECT_EQ(table.columns[0].head, "事项类别");
    ASSERT_EQ(table.rows.size(), 3u);
    EXPECT_EQ(table.rows[0], (std::vector<std::string>{"党的建设", "2", "0", "0", "2", "66.67%"}));
    EXPECT_EQ(table.rows[1][0], "（未填）");
    EXPECT_EQ(table.rows[2], (std::vector<std::string>{"合计", "2", "1", "0", "3", "100.00%"}));
}

TEST(StatisticsTables, AMistakeInTheTemplateIsReportedWithItsLine) {
    test::TemporaryFolder folder;
    std::string xml(TemplateStore().read("statistics_tables.xml"));
    const std::size_t at = xml.find("field=\"total\"");
    xml.replace(at, 13, "field=\"sum\"");
    test::write_file(folder / "statistics_tables.xml", xml);
    try {
        const StatisticsTables tables(TemplateStore(folder.path().string()), Language::chinese);
        FAIL();
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().code, Code::xml_bad_value);
        EXPECT_GT(error.diagnostic().place.line, 1u);
    }
}

TEST(Percentage, IsRoundedHalfUpToTwoDecimals) {
    EXPECT_EQ(percentage(33.0 / 237), "13.92%");
    EXPECT_EQ(percentage(0), "0.00%");
    EXPECT_EQ(percentage(0.00125), "0.13%");
    EXPECT_EQ(percentage(1), "100.00%");
}

TEST(Csv, QuotesWhatMustBeQuotedAndEndsRecordsWithCrLf) {
    Diagnostics diagnostics;
    const TextTable table{"", {{"名", false}, {"数", true}}, {{"甲,\"乙\"\n丙", "1"}}};
    EXPECT_EQ(csv(table, "s.csv", diagnostics), "\xEF\xBB\xBF名,数\r\n\"甲,\"\"乙\"\"\n丙\",1\r\n");
    EXPECT_TRUE(diagnostics.entries().empty());
}

TEST(Csv, FormulasGetAnApostropheAndADiagnostic) {
    for (const std::string start : {"=", "+", "-", "@", "\t"}) {
        Diagnostics diagnostics;
        const TextTable table{"", {{"名", false}}, {{start + "1"}}};
        EXPECT_EQ(csv(table, "s.csv", diagnostics), "\xEF\xBB\xBF名\r\n'" + start + "1\r\n");
        ASSERT_EQ(diagnostics.count(Code::csv_apostrophe), 1u);
        EXPECT_EQ(diagnostics.entries()[0].place.line, 2u);
        EXPECT_EQ(diagnostics.entries()[0].raw, start + "1");
    }
}

TEST(TerminalTable, AlignsByDisplayWidth) {
    const TextTable table{"表", {{"部门", false}, {"n", true}}, {{"水利局", "7"}, {"ab", "12"}}};
    EXPECT_EQ(terminal_table(table),
              "表\n"
              "部门     n\n"
              "------  --\n"
              "水利局   7\n"
              "ab      12\n");
}

TEST(TerminalTable, StatisticsBeginWithTheTotals) {
    const std::string text = terminal_statistics(example(), TemplateStore(), Language::english);
    EXPECT_TRUE(text.starts_with("云川县白水镇 2025-07\n3 items: basic 2, cooperative 1")) << text;
    EXPECT_NE(text.find("By department"), std::string::npos);
}

}  // namespace
}  // namespace dutylist
