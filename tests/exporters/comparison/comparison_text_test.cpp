#include "exporters/comparison/comparison_text.h"

#include <gtest/gtest.h>

#include "pipeline/report/value_text.h"
#include "pipeline/templates/template_store.h"
#include "tests/support/document_builder.h"

namespace dutylist {
namespace {

using test::DocumentBuilder;

Report compared() {
    const auto list = [](int month, const char* departments) {
        DocumentBuilder builder("清河乡", 2025, month);
        builder.cooperative("社会管理", "校外培训机构监管", departments, "1.监管。", "1.排查。");
        return builder.build();
    };
    const Document before = list(7, "县教育局、县公安局");
    const Document after = list(8, "县教育局、县公安局、县民政局");
    Diagnostics diagnostics;
    const Comparison comparison = compare(before, after, {nullptr, {}, true}, diagnostics);
    const TemplateStore templates;
    return comparison_report(before, after, comparison, ReportTemplate(templates));
}

TEST(ComparisonReport, SaysWhichTwoListsWereCompared) {
    const Report report = compared();
    EXPECT_EQ(report.title, "履职事项清单比较");
    ASSERT_FALSE(report.narrative.empty());
    EXPECT_EQ(report.narrative.front().text, "云溪县清河乡 2025年7月 → 云溪县清河乡 2025年8月");
}

TEST(ComparisonReport, ItsTablesDoNotBearTheNumbersOfTheMonthlyReport) {
    ASSERT_FALSE(compared().tables.empty());
    for (const ReportTable& table : compared().tables) {
        EXPECT_EQ(table.title.find("、"), std::string::npos) << table.title;
    }
}

TEST(ComparisonReport, MarksOnlyTheDepartmentThatCame) {
    const Report report = compared();
    const ReportTable& changes = *report.table("changes");
    ASSERT_EQ(changes.rows.size(), 1u);
    const Value& departments = changes.rows[0].values[*changes.column("departments")];
    EXPECT_EQ(value_text(departments, ColumnKind::text, "—"), "县教育局、县公安局{+、县民政局+}");
}

}  // namespace
}  // namespace dutylist
