#include "exporters/workbook/workbook_exporter.h"

#include <fstream>

#include <gtest/gtest.h>

#include "exporters/sheet_layout/workbook_template.h"
#include "exporters/statistics/statistics_workbook.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/atomic_file.h"
#include "pipeline/templates/template_store.h"
#include "tests/support/document_generator.h"
#include "tests/support/temporary_folder.h"

namespace dutylist {
namespace {

class WorkbookExporter : public testing::Test {
protected:
    Diagnostics write(const Document& document, const std::string& name,
                      const std::string& template_name = "official") {
        const Office office;
        const TemplateStore templates(template_name);
        const Statistics statistics = compute_statistics(document, office.departments);
        const ExportInput input{document, statistics, office, templates, "s", 1, {}, {}};
        Diagnostics diagnostics;
        write_atomically(
            folder_ / name, [&](Sink& sink) { write_workbook(input, sink, diagnostics); },
            [&](const WrittenBytes& file) { verify_workbook(input, file); });
        write_atomically(
            folder_ / ("statistics-" + name),
            [&](Sink& sink) { write_statistics_workbook(input, sink, diagnostics); },
            [&](const WrittenBytes& file) { verify_statistics_workbook(input, file); });
        return diagnostics;
    }
    std::string bytes(const std::string& name) const {
        std::ifstream stream(folder_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    // The template with one of its settings changed, as a folder.
    std::string changed_template(const std::string& from, const std::string& to) {
        std::string text = TemplateStore().read("workbook.xml");
        const std::size_t at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
        std::filesystem::create_directories(folder_ / "template");
        std::ofstream(folder_ / "template" / "workbook.xml") << text;
        return (folder_ / "template").string();
    }

    test::TemporaryFolder folder_;
};

// Closing a workbook counts its rows and cells, so that writing is itself a test.
TEST_F(WorkbookExporter, WritesEveryRandomDocumentWithEveryTemplate) {
    for (std::uint32_t seed = 1; seed <= 25; ++seed) {
        const Document document = test::generate_document(seed);
        for (const std::string name : {"official", "grouped"}) {
            EXPECT_NO_THROW(write(document, "a.xlsx", name)) << seed << " " << name;
        }
    }
}

TEST_F(WorkbookExporter, SameDocumentGivesSameBytes) {
    const Document document = test::generate_document(7);
    write(document, "a.xlsx");
    write(document, "b.xlsx");
    EXPECT_EQ(bytes("a.xlsx"), bytes("b.xlsx"));
    EXPECT_EQ(bytes("statistics-a.xlsx"), bytes("statistics-b.xlsx"));
}

TEST_F(WorkbookExporter, AnEmptyDocumentGivesAWorkbookToo) { EXPECT_NO_THROW(write({}, "a.xlsx")); }

// A document of one item with this name.
Document document_of(const std::string& name) {
    Document document;
    DutyList list;
    list.columns = {{CellRole::number, "序号"}, {CellRole::name, "事项名称"}};
    Item item;
    item.number = 1;
    item.cells.resize(2);
    item.cells[0].text = "1";
    item.cells[1].text = name;
    list.items.push_back(item);
    document.lists.push_back(list);
    return document;
}

TEST_F(WorkbookExporter, TellsWhichItemsContinueInFurtherRows) {
    std::string name;
    for (int i = 0; i < 20'000; ++i) name += "字";
    EXPECT_EQ(write(document_of(name), "a.xlsx").count(Code::workbook_continued), 1u);
}

TEST_F(WorkbookExporter, TellsThatASheetWasWidenedForARowALittleTooHigh) {
    std::string name;
    for (int i = 0; i < 400; ++i) name += "字";
    bool told = false;
    for (int tries = 0; tries < 60 && !told; ++tries) {
        for (int i = 0; i < 30; ++i) name += "字";
        told = write(document_of(name), "a.xlsx").count(Code::workbook_widened) > 0;
    }
    EXPECT_TRUE(told);
}

TEST_F(WorkbookExporter, TellsThatTheFontOfARowTooHighWasMadeSmaller) {
    std::string name = "完";
    bool told = false;
    for (int lines = 1; lines < 60 && !told; ++lines) {
        name.insert(0, "做好宣传工作\n");  // no width makes these lines fewer
        told = write(document_of(name), "a.xlsx").count(Code::workbook_shrunk) > 0;
    }
    EXPECT_TRUE(told);
}

TEST_F(WorkbookExporter, MoreItemsOrColumnsThanASheetHoldsAreRefusedAtOnce) {
    Document document;
    document.lists.emplace_back();
    DutyList& list = document.lists.back();
    list.columns = {{CellRole::name, "事项名称"}};
    list.items.resize(1'048'572);
    const auto refusal = [&] {
        try {
            write(document, "a.xlsx");
        } catch (const JobError& error) {
            return error.diagnostic().code;
        }
        return Code::internal_failure;
    };
    EXPECT_EQ(refusal(), Code::workbook_too_many_rows);
    list.items.clear();
    list.columns.resize(16'385, {CellRole::extra, "备注"});
    EXPECT_EQ(refusal(), Code::workbook_too_many_columns);
    EXPECT_FALSE(std::filesystem::exists(folder_ / "a.xlsx"));
}

TEST_F(WorkbookExporter, WhatWasDoneToRowsIsToldWithTheFile) {
    Document document;
    document.lists.emplace_back();
    DutyList& list = document.lists.back();
    list.columns = {{CellRole::name, "事项名称"}};
    list.items.resize(1);
    list.items[0].cells.resize(1);
    for (int i = 0; i < 30'000; ++i) list.items[0].cells[0].text += "字";
    const Diagnostics told = write(document, "a.xlsx");
    EXPECT_GT(told.entries().size(), 0u);
    for (const Diagnostic& diagnostic : told.entries()) {
        EXPECT_FALSE(diagnostic.place.file.empty()) << id_of(diagnostic.code);
    }
}

TEST_F(WorkbookExporter, SheetNamesThatExcelRefusesAreToldOf) {
    const std::string folder = changed_template("sheet=\"填报说明\"", "sheet=\"说明[1]\"");
    EXPECT_EQ(write({}, "a.xlsx", folder).count(Code::workbook_sheet_renamed), 1u);
}

TEST_F(WorkbookExporter, MistakesInATemplateAreRefusedWithTheirLine) {
    const std::vector<std::pair<std::string, std::string>> mistakes{
        {"{unit}{title}", "{unti}{title}"},
        {"align=\"center\"", "align=\"centre\""},
        {"kind=\"recalled\"", "kind=\"basic\""},
        {"role=\"number\"", "role=\"nmber\""},
        {"min=\"5\"", "min=\"five\""},
        {"font=\"{heading}\"", "fnt=\"{heading}\""},
        {"<signature above=\"12\" row-space=\"6\">", "<signature><x/>"},
        {"value=\"FDE9D9\"", "value=\"red\""},
        {"minimum-height=\"22.5\"", "minimum-height=\"high\""},
        {"<style name=\"note\"", "<style name=\"nota\""}};
    for (const auto& [from, to] : mistakes) {
        const TemplateStore templates(changed_template(from, to));
        try {
            read_workbook_template(templates);
            ADD_FAILURE() << to << " was accepted";
        } catch (const JobError& error) {
            EXPECT_GT(error.diagnostic().place.line, 0u) << to;
            EXPECT_NE(error.diagnostic().place.file.find("workbook.xml"), std::string::npos);
        }
    }
}

TEST_F(WorkbookExporter, CategoryColoursAreTheTemplates) {
    const std::string coloured =
        changed_template("<category-colors enabled=\"no\">", "<category-colors enabled=\"yes\">");
    bool differs = false;
    for (std::uint32_t seed = 0; seed < 5; ++seed) {
        const Document document = test::generate_document(seed);
        write(document, "plain.xlsx");
        write(document, "colours.xlsx", coloured);
        differs = differs || bytes("plain.xlsx") != bytes("colours.xlsx");
    }
    EXPECT_TRUE(differs);
}

}  // namespace
}  // namespace dutylist
