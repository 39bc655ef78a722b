#include <gtest/gtest.h>

#include "exporters/pdf/pdf_inspection.h"
#include "exporters/report/marked_text.h"
#include "exporters/report/report_html.h"
#include "exporters/report/report_pages.h"
#include "exporters/report/report_workbook.h"
#include "pipeline/templates/template_store.h"
#include "tests/support/files.h"
#include "tests/support/temporary_folder.h"

namespace dutylist {
namespace {

using Kind = Segment::Kind;

class ReportForms : public testing::Test {
protected:
    Report with_table(std::size_t rows) const {
        Report report;
        report.title = "月报";
        report.scope = "云溪县";
        report.period = {2025, 8, ""};
        report.base = "2025-07";
        ReportTable table;
        table.id = "changes";
        table.title = "变动明细";
        table.columns = {{"unit", "单位", ColumnKind::text, 1, false},
                         {"name", "事项名称", ColumnKind::text, 6, false},
                         {"opening", "期初", ColumnKind::count, 1, false}};
        for (std::size_t r = 0; r < rows; ++r) {
            const std::vector<Segment> name{{Kind::equal, "加强"},
                                            {Kind::removed, "网格员"},
                                            {Kind::added, "专职网格员"},
                                            {Kind::equal, "队伍建设"}};
            table.rows.push_back({std::to_string(r),
                                  RowKind::data,
                                  {std::string("清河乡"), name, static_cast<std::int64_t>(r)}});
        }
        report.tables.push_back(std::move(table));
        return report;
    }

    std::size_t pages_of(const Report& report) {
        return make_report_pages(report, labels_, templates_, "", 0, diagnostics_).pages.size();
    }

    test::TemporaryFolder folder_;
    TemplateStore templates_;
    ReportTemplate labels_{templates_};
    Diagnostics diagnostics_;
};

TEST_F(ReportForms, ColoursAreTheTemplates) {
    std::string text = templates_.read("looks.xml");
    for (const auto& [before, after] :
         {std::pair("1F4E79", "ABCDEF"), std::pair("2F5597", "012345")}) {
        text.replace(text.find(before), std::string_view(before).size(), after);
    }
    test::write_file(folder_ / "looks.xml", text);
    const TemplateStore templates(folder_.path().string());
    Report report = with_table(3);
    report.charts.push_back({"c", "图", "column", "changes", "unit", {"opening"}, 0});
    const std::string page = report_html(report, labels_, templates);
    EXPECT_NE(page.find("#abcdef"), std::string::npos);
    EXPECT_NE(page.find("#012345"), std::string::npos);
    EXPECT_EQ(page.find("1f4e79"), std::string::npos);
}

// A crash once: the drawing of tables was not told of the report's rows.
TEST_F(ReportForms, PdfDrawsTablesOfAnyNumberOfRows) {
    EXPECT_EQ(pages_of(with_table(0)), 1u);
    EXPECT_EQ(pages_of(with_table(1)), 1u);
    EXPECT_GT(pages_of(with_table(200)), 3u);
}

TEST_F(ReportForms, PdfPutsShortTablesOnOnePageAndLongOnesOnTheirOwn) {
    Report report = with_table(3);
    report.tables.push_back(report.tables.front());
    report.tables.back().id = "single";
    EXPECT_EQ(pages_of(report), 1u);
    report.tables.back().rows = with_table(20).tables.front().rows;
    EXPECT_EQ(pages_of(report), 2u);
}

TEST_F(ReportForms, MarksStayInTheTextAndTheirStretchesCoverTheChange) {
    const Value value =
        std::vector<Segment>{{Kind::equal, "加强"}, {Kind::removed, "旧"}, {Kind::added, "新"}};
    const MarkedText text = marked_value(value, ColumnKind::text, labels_);
    EXPECT_EQ(text.text, "加强[-旧-]{+新+}");
    ASSERT_EQ(text.stretches.size(), 6u);
    std::string removed;
    std::string added;
    for (const MarkedStretch& stretch : text.stretches) {
        if (!stretch.decorated) continue;
        (stretch.removed ? removed : added) +=
            text.text.substr(stretch.begin, stretch.end - stretch.begin);
    }
    EXPECT_EQ(removed, "旧");
    EXPECT_EQ(added, "新");
}

TEST_F(ReportForms, HtmlStrikesOutAndUnderlinesAndKeepsTheMarksForCopies) {
    const std::string page = report_html(with_table(1), labels_, templates_);
    EXPECT_NE(page.find("加强<del><b>[-</b>网格员<b>-]</b></del>"
                        "<ins><b>{+</b>专职网格员<b>+}</b></ins>队伍建设"),
              std::string::npos);
}

TEST_F(ReportForms, AMarkedCellHigherThanExcelAllowsGoesOnBelow) {
    Report report = with_table(1);
    std::string removed;
    for (int i = 0; i < 3000; ++i) removed += "清查整改";
    report.tables[0].rows[0].values[1] =
        std::vector<Segment>{{Kind::equal, "加强"}, {Kind::removed, removed}};
    MemorySink sink("report.xlsx");
    EXPECT_NO_THROW(write_report_workbook(report, labels_, templates_, 0, sink));
}

TEST_F(ReportForms, ATableWithoutRowsSaysWhy) {
    Report report = with_table(0);
    const ReportTable& changes = report.tables[0];
    EXPECT_EQ(empty_table_text(report, changes, labels_), labels_.label("no-changes"));
    report.base.clear();
    EXPECT_EQ(empty_table_text(report, changes, labels_), labels_.label("no-base"));
    report.tables[0].id = "single";
    EXPECT_EQ(empty_table_text(report, report.tables[0], labels_), labels_.label("nothing"));
}

}  // namespace
}  // namespace dutylist
