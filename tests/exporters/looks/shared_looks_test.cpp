// What stands once in a template changes every output that shows it.
#include <set>

#include <gtest/gtest.h>

#include "tests/support/output_inputs.h"
#include "tests/support/template_overlay.h"

namespace dutylist {
namespace {

// A report with a table, removed and added text, and a chart.
void fill(Report& report) {
    report.tables.clear();
    ReportTable& table = report.tables.emplace_back();
    table.id = "changes";
    table.title = "变动明细";
    table.columns = {{"unit", "单位", ColumnKind::text, 1, false},
                     {"name", "事项名称", ColumnKind::text, 6, false},
                     {"opening", "期初", ColumnKind::count, 1, false}};
    const std::vector<Segment> name{{Segment::Kind::removed, "网格员"},
                                    {Segment::Kind::added, "专职网格员"}};
    table.rows.push_back({"1", RowKind::data, {std::string("清河乡"), name, std::int64_t{2}}});
    table.rows.push_back({"total", RowKind::total, {std::string("合计"), name, std::int64_t{2}}});
    report.charts = {{"c", "图", "column", "changes", "unit", {"opening"}, 0}};
    report.narrative = {{"共有2项。", {{6, 7, "changes", "1", "opening"}}}};
    report.legend = {"小数按四舍五入。"};
}

// The outputs whose bytes a change in the template changes, as subject and suffix.
std::set<std::string> changed_outputs(const test::TemplateOverlay& overlay) {
    test::OutputInputs before;
    test::OutputInputs after(overlay.store());
    fill(before.report());
    fill(after.report());
    std::set<std::string> changed;
    for (const Exporter& exporter : exporter_table()) {
        if (before.written(exporter) != after.written(exporter)) {
            changed.insert(test::named(exporter));
        }
    }
    return changed;
}

// Whatever is printed, calculated, edited or shown in a browser has headings or heads.
std::set<std::string> outputs_that_show_fonts() {
    std::set<std::string> names;
    for (const Exporter& exporter : exporter_table()) {
        const std::string_view suffix = exporter.suffix;
        const bool pages = suffix.ends_with(".pdf") || suffix.ends_with(".trace.txt");
        if (pages || suffix.ends_with(".xlsx") || suffix.ends_with(".html") ||
            suffix.ends_with(".docx")) {
            names.insert(test::named(exporter));
        }
    }
    return names;
}

TEST(SharedLooks, TheHeadingFontIsThatOfEveryPageWorkbookAndWebPage) {
    const test::TemplateOverlay overlay("fonts.xml",
                                        "<role name=\"heading\" web='\"Noto Sans CJK SC\", "
                                        "\"Source Han Sans SC\", \"Microsoft YaHei\", SimHei, "
                                        "sans-serif'>\n    <family>黑体</family>",
                                        "<role name=\"heading\" web='KaiTi, serif'>\n"
                                        "    <family>LXGW WenKai</family>");
    std::set<std::string> expected = outputs_that_show_fonts();
    expected.erase("findings.check.html");  // is set in one font
    EXPECT_EQ(changed_outputs(overlay), expected);
}

TEST(SharedLooks, TheBodyFontIsThatOfWebPagesAndOfEveryPage) {
    const test::TemplateOverlay overlay("fonts.xml",
                                        "web='\"Noto Serif CJK SC\", \"Source Han Serif SC\", "
                                        "SimSun, serif'>\n    <family>仿宋_GB2312</family>",
                                        "web='KaiTi, serif'>\n    <family>LXGW WenKai</family>");
    const std::set<std::string> changed = changed_outputs(overlay);
    for (const char* name : {"document.pdf", "report.pdf", "report.html", "findings.check.pdf",
                             "findings.check.html"}) {
        EXPECT_TRUE(changed.contains(name)) << name;
    }
}

TEST(SharedLooks, AColourOfHeadsIsThatOfEveryWorkbookOfLists) {
    std::set<std::string> expected;
    for (const Exporter& exporter : exporter_table()) {
        const bool of_lists =
            std::holds_alternative<OutputFunctions<ExportInput>>(exporter.functions) ||
            exporter.subject == Subject::findings || exporter.subject == Subject::form;
        if (of_lists && exporter.suffix.ends_with(".xlsx")) expected.insert(test::named(exporter));
    }
    EXPECT_GT(expected.size(), 2u);
    EXPECT_EQ(changed_outputs({"looks.xml", "E4ECF5", "FFEEDD"}), expected);
}

TEST(SharedLooks, AColourOfAReportIsThatOfAllItsForms) {
    const std::set<std::string> tables{"comparison.compare.xlsx", "report.html", "report.xlsx",
                                       "department-view.html", "department-view.xlsx"};
    EXPECT_EQ(changed_outputs({"looks.xml", "DDE6F0", "FFEEDD"}), tables);
    std::set<std::string> forms;
    for (const Exporter& exporter : exporter_table()) {
        const bool of_report =
            exporter.subject == Subject::report || exporter.subject == Subject::department_view;
        const bool shows = !exporter.suffix.ends_with(".json") && exporter.target != "trace";
        if (of_report && shows) forms.insert(test::named(exporter));
    }
    EXPECT_EQ(changed_outputs({"looks.xml", "2F5597", "123456"}), forms);  // of the charts
    EXPECT_EQ(changed_outputs({"looks.xml", "0D5A1A", "123456"}), forms);  // of what was added
}

TEST(SharedLooks, TheAccentIsThatOfReportAndProofSheet) {
    const std::set<std::string> changed = changed_outputs({"looks.xml", "1F4E79", "123456"});
    for (const char* name : {"report.html", "report.xlsx", "findings.check.html"}) {
        EXPECT_TRUE(changed.contains(name)) << name;
    }
}

}  // namespace
}  // namespace dutylist
