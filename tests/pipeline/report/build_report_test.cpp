#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/report/report.h"
#include "pipeline/report/value_text.h"
#include "pipeline/templates/template_store.h"
#include "tests/support/document_builder.h"

namespace dutylist {
namespace {

using test::DocumentBuilder;

class BuildReport : public testing::Test {
protected:
    void add(const std::string& township, int month, const Document& document) {
        const std::string key = document.period.iso();
        documents_[{township, key}] = document;
        for (ReportUnit& unit : request_.units) {
            if (unit.unit.township == township) {
                unit.months.push_back(key);
                return;
            }
        }
        request_.units.push_back({document.unit, {key}});
        static_cast<void>(month);
    }

    static DocumentBuilder sample(const std::string& township, int month) {
        DocumentBuilder builder(township, 2025, month);
        builder.basic("党的建设", "加强基层阵地建设")
            .basic("经济发展", "负责招商引资")
            .cooperative("社会管理", "校外培训机构监管", "县教育局、县公安局", "1.宣传；\n2.监管。",
                         "1.排查；\n2.协助。");
        return builder;
    }

    Report build(int month) {
        request_.period = {2025, month, ""};
        request_.dictionary = &dictionary_;
        request_.labels = &labels_;
        diagnostics_ = {};
        return build_report(
            request_,
            [this](const ReportUnit& unit, const std::string& key) {
                return documents_.at({unit.unit.township, key});
            },
            diagnostics_);
    }

    static std::int64_t count(const Report& report, const char* table, const char* row,
                              const char* column) {
        const Value* value = report.table(table)->value(row, column);
        return value ? count_of(*value).value_or(-1) : -2;
    }

    TemplateStore templates_;
    ReportTemplate labels_{templates_};
    DepartmentDictionary dictionary_;
    ReportRequest request_;
    std::map<std::pair<std::string, std::string>, Document> documents_;
    Diagnostics diagnostics_;
};

TEST_F(BuildReport, CountsFlowsBetweenTwoMonths) {
    add("清河乡", 7, sample("清河乡", 7).basic("生态环保", "落实河长制").build());
    add("清河乡", 8, sample("清河乡", 8).basic("平安法治", "负责人民调解").build());
    const Report report = build(8);
    EXPECT_EQ(report.base, "2025-07");
    EXPECT_EQ(count(report, "stock", "total", "opening"), 4);
    EXPECT_EQ(count(report, "stock", "total", "added"), 1);
    EXPECT_EQ(count(report, "stock", "total", "removed"), 1);
    EXPECT_EQ(count(report, "stock", "生态环保", "closing"), 0);
    EXPECT_EQ(count(report, "departments", "县公安局", "joint"), 1);
}

TEST_F(BuildReport, WithoutABaseMonthItComputesNoChanges) {
    add("清河乡", 8, sample("清河乡", 8).build());
    const Report report = build(8);
    EXPECT_TRUE(report.base.empty());
    EXPECT_EQ(count(report, "stock", "total", "closing"), 3);
    EXPECT_TRUE(
        std::holds_alternative<std::monostate>(*report.table("stock")->value("total", "opening")));
    EXPECT_EQ(
        value_text(*report.table("stock")->value("total", "growth"), ColumnKind::percent, labels_),
        "—");
    EXPECT_EQ(diagnostics_.count(Code::report_no_base), 1u);
}

TEST_F(BuildReport, NoChangeGivesAnEmptyTableOfChanges) {
    add("清河乡", 7, sample("清河乡", 7).build());
    add("清河乡", 8, sample("清河乡", 8).build());
    const Report report = build(8);
    EXPECT_TRUE(report.table("changes")->rows.empty());
    EXPECT_EQ(count(report, "stock", "total", "increase"), 0);
}

TEST_F(BuildReport, AUnitThatVanishedHasNotReportedAndRemovesNothing) {
    add("清河乡", 7, sample("清河乡", 7).build());
    add("双桥镇", 7, sample("双桥镇", 7).build());
    add("清河乡", 8, sample("清河乡", 8).build());
    const Report report = build(8);
    EXPECT_EQ(count(report, "stock", "total", "left"), 3);
    EXPECT_EQ(count(report, "stock", "total", "removed"), 0);
    EXPECT_EQ(count(report, "stock", "total", "closing"), 3);
    EXPECT_EQ(count(report, "units", "双桥镇", "missing"), 1);
    EXPECT_EQ(diagnostics_.count(Code::report_unit_missing), 1u);
}

TEST_F(BuildReport, WithUnitsThatHaveNotReportedTheNarrativeTellsTheComparableChange) {
    add("清河乡", 7, sample("清河乡", 7).build());
    add("双桥镇", 7, sample("双桥镇", 7).build());
    add("清河乡", 8, sample("清河乡", 8).basic("平安法治", "负责人民调解").build());
    const Report report = build(8);
    EXPECT_EQ(count(report, "stock", "total", "increase"), -2);
    EXPECT_EQ(count(report, "stock", "total", "comparable"), 1);
    const auto told = std::count_if(
        report.narrative.begin(), report.narrative.end(), [](const ReportSentence& sentence) {
            return !sentence.references.empty() &&
                   sentence.references.front().column == "comparable" &&
                   sentence.text.find("履职事项增加1项；") != std::string::npos;
        });
    EXPECT_EQ(told, 1);
    Report bad = report;
    ReportTable& stock = bad.tables.front();
    for (ReportRow& row : stock.rows) {
        Value& value = row.values[*stock.column("comparable")];
        const std::int64_t right = *count_of(value);
        value = right + 1;
        EXPECT_THROW(check_report(bad), JobError) << row.id;
        value = right;
    }
    EXPECT_NO_THROW(check_report(bad));
}

TEST_F(BuildReport, AComparableChangeOfZeroIsShownWhereUnitsAreMissing) {
    add("清河乡", 7, sample("清河乡", 7).build());
    add("双桥镇", 7, sample("双桥镇", 7).build());
    add("清河乡", 8, sample("清河乡", 8).build());
    const auto is_shown = [](const ReportTable& stock) {
        const std::vector<std::size_t> visible = stock.visible_columns();
        return std::find(visible.begin(), visible.end(), *stock.column("comparable")) !=
               visible.end();
    };
    EXPECT_TRUE(is_shown(*build(8).table("stock")));
    add("双桥镇", 8, sample("双桥镇", 8).build());
    EXPECT_FALSE(is_shown(*build(8).table("stock")));
}

TEST_F(BuildReport, AUnitThatIsNewEntersAndAddsNothing) {
    add("清河乡", 7, sample("清河乡", 7).build());
    add("清河乡", 8, sample("清河乡", 8).build());
    add("双桥镇", 8, sample("双桥镇", 8).build());
    const Report report = build(8);
    EXPECT_EQ(count(report, "stock", "total", "entered"), 3);
    EXPECT_EQ(count(report, "stock", "total", "added"), 0);
    EXPECT_EQ(count(report, "departments", "县教育局", "entered"), 1);
}

TEST_F(BuildReport, ADuplicatedItemIsCountedAndTold) {
    add("清河乡", 7, sample("清河乡", 7).build());
    add("清河乡", 8, sample("清河乡", 8).basic("经济发展", "负责招商引资").build());
    const Report report = build(8);
    EXPECT_EQ(count(report, "stock", "total", "added"), 1);
    EXPECT_EQ(diagnostics_.count(Code::compare_duplicate_item), 1u);
}

TEST_F(BuildReport, FindsWhatUnitsShareAndWhereTheyDiffer) {
    add("清河乡", 8,
        sample("清河乡", 8)
            .basic("民生服务", "做好清河乡养老服务")
            .basic("水利", "巡查河道")
            .build());
    add("双桥镇", 8, sample("双桥镇", 8).basic("社会保障", "做好双桥镇养老服务").build());
    const Report report = build(8);
    EXPECT_EQ(count(report, "across", "common", "total"), 4);
    EXPECT_EQ(count(report, "across", "single", "total"), 1);
    EXPECT_EQ(count(report, "across", "differing", "total"), 1);
    ASSERT_EQ(report.table("differing")->rows.size(), 2u);
}

TEST_F(BuildReport, AnotherBaseMayBeChosen) {
    add("清河乡", 6, sample("清河乡", 6).basic("生态环保", "落实河长制").build());
    add("清河乡", 7, sample("清河乡", 7).build());
    add("清河乡", 8, sample("清河乡", 8).basic("平安法治", "负责人民调解").build());
    request_.base = "2025-06";
    const Report report = build(8);
    EXPECT_EQ(count(report, "stock", "total", "opening"), 4);
    EXPECT_EQ(count(report, "stock", "total", "removed"), 1);
    EXPECT_EQ(count(report, "series", "2025-08", "opening"), 3);
    request_.base = "2025-05";
    EXPECT_THROW(build(8), JobError);
}

TEST_F(BuildReport, ALastYearsMonthGivesTheComparisonWithIt) {
    DocumentBuilder last_year("清河乡", 2024, 8);
    last_year.basic("党的建设", "加强基层阵地建设");
    add("清河乡", 8, last_year.build());
    add("清河乡", 8, sample("清河乡", 8).build());
    const Report report = build(8);
    EXPECT_EQ(count(report, "series", "year", "opening"), 1);
    EXPECT_EQ(count(report, "series", "year", "increase"), 2);
}

TEST_F(BuildReport, NetSinceJanuaryIsCountedFromLastDecember) {
    Document december = sample("清河乡", 12).build();
    december.period = {2024, 12, ""};
    add("清河乡", 12, december);
    add("清河乡", 1, sample("清河乡", 1).basic("生态环保", "落实河长制").build());
    add("清河乡", 2,
        sample("清河乡", 2).basic("生态环保", "落实河长制").basic("平安法治", "调解").build());
    const Report report = build(2);
    EXPECT_TRUE(std::holds_alternative<std::monostate>(
        *report.table("series")->value("2024-12", "since-january")));
    EXPECT_EQ(count(report, "series", "2025-01", "since-january"), 1);
    EXPECT_EQ(count(report, "series", "2025-02", "since-january"), 2);
}

TEST_F(BuildReport, NetSinceJanuaryIsCountedFromJanuaryWhereDecemberIsNotInTheArchive) {
    add("清河乡", 1, sample("清河乡", 1).build());
    add("清河乡", 2, sample("清河乡", 2).basic("生态环保", "落实河长制").build());
    const Report report = build(2);
    EXPECT_TRUE(std::holds_alternative<std::monostate>(
        *report.table("series")->value("2025-01", "since-january")));
    EXPECT_EQ(count(report, "series", "2025-02", "since-january"), 1);
}

TEST_F(BuildReport, NetSinceJanuaryIsNothingWhereTheYearsBeginningIsNotInTheArchive) {
    add("清河乡", 7, sample("清河乡", 7).build());
    add("清河乡", 8, sample("清河乡", 8).build());
    const Report report = build(8);
    const ReportTable& series = *report.table("series");
    EXPECT_TRUE(std::holds_alternative<std::monostate>(*series.value("2025-08", "since-january")));
    const std::vector<std::size_t> visible = series.visible_columns();
    EXPECT_EQ(std::count(visible.begin(), visible.end(), *series.column("since-january")), 0);
}

std::optional<Code> refusal_of(const Report& report) {
    try {
        check_report(report);
    } catch (const JobError& error) {
        return error.diagnostic().code;
    }
    return {};
}

TEST_F(BuildReport, AMismatchStopsTheReport) {
    add("清河乡", 7, sample("清河乡", 7).build());
    add("清河乡", 8, sample("清河乡", 8).build());
    const Report good = build(8);
    EXPECT_NO_THROW(check_report(good));
    // Whatever count of the stock is wrong by one, some identity notices.
    const ReportTable& stock = *good.table("stock");
    for (std::size_t r = 0; r < stock.rows.size(); ++r) {
        for (std::size_t c = 0; c < stock.columns.size(); ++c) {
            if (!count_of(stock.rows[r].values[c]) || stock.columns[c].kind == ColumnKind::rank) {
                continue;
            }
            Report bad = good;
            Value& value = bad.tables.front().rows[r].values[c];
            value = *count_of(value) + 1;
            EXPECT_EQ(refusal_of(bad), Code::report_mismatch)
                << stock.rows[r].id << " " << stock.columns[c].id;
        }
    }
}

TEST_F(BuildReport, EveryNumberOfTheNarrativeIsACell) {
    add("清河乡", 7, sample("清河乡", 7).build());
    add("清河乡", 8, sample("清河乡", 8).build());
    const Report report = build(8);
    ASSERT_FALSE(report.narrative.empty());
    for (const ReportSentence& sentence : report.narrative) {
        for (const NarratedFigure& reference : sentence.references) {
            const ReportTable* table = report.table(reference.table);
            ASSERT_TRUE(table);
            EXPECT_TRUE(table->value(reference.row, reference.column));
        }
    }
}

TEST_F(BuildReport, TheDepartmentViewListsItsItemsAcrossUnits) {
    add("清河乡", 8, sample("清河乡", 8).build());
    add("双桥镇", 8,
        sample("双桥镇", 8).recalled("民生服务", "办学登记", "县教育局", "负责登记。").build());
    build(8);
    const Report view = build_department_view(
        request_, "县教育局", [this](const ReportUnit& unit, const std::string& key) {
            return documents_.at({unit.unit.township, key});
        });
    ASSERT_EQ(view.tables.size(), 1u);
    EXPECT_EQ(view.tables[0].rows.size(), 3u);
    EXPECT_NE(view.tables[0].title.find("2025年8月"), std::string::npos);
    EXPECT_THROW(build_department_view(request_, "没有的局",
                                       [this](const ReportUnit& unit, const std::string& key) {
                                           return documents_.at({unit.unit.township, key});
                                       }),
                 JobError);
}

class DepartmentView : public BuildReport {
protected:
    void SetUp() override {
        add("清河乡", 8, sample("清河乡", 8).build());
        DocumentBuilder other("双桥镇", 2025, 8, "青山县");
        other.cooperative("社会管理", "消防安全", "县公安局、青山县教育局", "1.指导。", "1.排查。");
        add("双桥镇", 8, other.build());
        request_.period = {2025, 8, ""};
        request_.dictionary = &dictionary_;
        request_.labels = &labels_;
    }

    Report view(const std::string& department) {
        return build_department_view(request_, department,
                                     [this](const ReportUnit& unit, const std::string& key) {
                                         return documents_.at({unit.unit.township, key});
                                     });
    }
};

TEST_F(DepartmentView, ANameOfDepartmentsInSeveralCountiesIsRefusedWithTheirNames) {
    try {
        view("公安局");
        FAIL();
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().code, Code::report_department_several);
        EXPECT_NE(to_line(error.diagnostic(), Language::chinese).find("云溪县公安局、青山县公安局"),
                  std::string::npos);
    }
}

TEST_F(DepartmentView, TheFullNameIsOfOneCountyOnly) {
    const Report report = view("青山县公安局");
    EXPECT_EQ(report.department, "青山县公安局");
    ASSERT_EQ(report.tables[0].rows.size(), 1u);
    EXPECT_EQ(std::get<std::string>(report.tables[0].rows[0].values[6]), "青山县教育局");
}

TEST_F(DepartmentView, AShortNameOfOneDepartmentIsPrintedInFull) {
    request_.units.pop_back();
    for (const char* name : {"公安局", "县公安局", "云溪县公安局"}) {
        const Report report = view(name);
        EXPECT_EQ(report.department, "云溪县公安局");
        EXPECT_TRUE(report.title.starts_with("云溪县公安局"));
        EXPECT_TRUE(report.tables[0].title.starts_with("云溪县公安局"));
    }
}

TEST_F(DepartmentView, WhatTheDictionaryCountsAsOneIsOneDepartment) {
    dictionary_.add("公安局", "县公安局");
    const Report report = view("县公安局");
    EXPECT_EQ(report.department, "公安局");
    EXPECT_EQ(report.tables[0].rows.size(), 2u);
}

TEST(ValueText, RoundsHalfUpAndSigns) {
    EXPECT_EQ(value_text(0.0005, ColumnKind::percent, "—"), "0.1%");
    EXPECT_EQ(value_text(-0.00049, ColumnKind::percent, "—"), "0.0%");
    EXPECT_EQ(value_text(1.005, ColumnKind::points, "—"), "+1.01");
    EXPECT_EQ(value_text(std::int64_t{5}, ColumnKind::change, "—"), "+5");
    EXPECT_EQ(value_text(std::int64_t{-5}, ColumnKind::change, "—"), "-5");
    EXPECT_EQ(value_text(Value{}, ColumnKind::count, "—"), "—");
}

}  // namespace
}  // namespace dutylist
