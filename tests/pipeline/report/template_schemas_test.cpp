#include <gtest/gtest.h>

#include "pipeline/compare/ledger.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/report/report_tables.h"
#include "pipeline/report/report_template.h"
#include "pipeline/templates/template_store.h"
#include "tests/support/files.h"
#include "tests/support/programs.h"
#include "tests/support/temporary_folder.h"

namespace dutylist {
namespace {

struct Mistake {
    const char* wanted;  // of the built-in file, its first occurrence
    const char* written;
};

std::string with_mistake(const std::string& file, const Mistake& mistake) {
    std::string xml = TemplateStore().read(file);
    const std::size_t at = xml.find(mistake.wanted);
    EXPECT_NE(at, std::string::npos) << mistake.wanted;
    return xml.replace(at, std::string(mistake.wanted).size(), mistake.written);
}

bool schema_accepts(const std::string& name, const std::filesystem::path& file) {
    return test::run_program("xmllint --noout --schema " DUTYLIST_SOURCE_DIR "/templates/schemas/" +
                             name + ".xsd " + file.string())
               .status == 0;
}

TEST(ReportTemplateSchema, SchemaAndReaderRefuseTheSameMistakes) {
    if (!test::has_program("xmllint")) GTEST_SKIP() << "xmllint is not installed";
    const Mistake mistakes[] = {
        {"<labels>", "<lables/><labels>"},
        {"<labels>", "<labels kind=\"all\">"},
        {"<labels>", "<labels>words"},
        {"<legend>", "<legend/><legend>"},
        {"urn:dutylist:report-template:1", "urn:dutylist:report-template:2"},
        {"id=\"subtotal\"", "id=\"sub-total\""},
        {"id=\"subtotal\"", "id=\"total\""},
        {"<label id=\"sole\" text=\"单独\"/>", ""},
        {"text=\"小计\"", "txt=\"小计\""},
        {"text=\"小计\"", "text=\"\""},
        {"<furniture>", "<looks/><furniture>"},
        {"<field label=\"制定机关\"/>", "<field name=\"制定机关\"/>"},
        {"<field label=\"制定机关\"/>", "<line label=\"制定机关\"/>"},
        {"<foot>", "<feet/><foot>"},
        {"<line>", "<line when=\"base\">"},
        {"<line>", "<line/><line>"},
        {"when=\"missing\"", "when=\"mising\""},
        {"<sentence>", "<sentence><b/>"},
        {"<table id=\"stock\"", "<table id=\"stocks\""},
        {"<table id=\"categories\"", "<table id=\"stock\""},
        {"paper-rows=\"400\"", "paper-rows=\"4.5\""},
        {"paper-rows=\"400\"", "paper-rows=\"-1\""},
        {"paper-rows=\"400\"", "paper-row=\"400\""},
        {"<column id=\"opening\"", "<column id=\"Opening\""},
        {"<column id=\"added\"", "<column id=\"opening\""},
        {"width=\"3\"", "width=\"0\""},
        {"width=\"3\"", "width=\"wide\""},
        {"width=\"3\"", "width=\"1e2\""},
        {"hide-when-zero=\"yes\"", "hide-when-zero=\"always\""},
        {"hide-when-zero=\"yes\"", "hide-when-zeros=\"yes\""},
        {"kind=\"bar-stacked\"", "kind=\"pie\""},
        {"table=\"categories\" label", "table=\"category\" label"},
        {"rows=\"15\"/>", "rows=\"fifteen\"/>"},
        {"label=\"category\" values", "label=\"\" values"},
        {"<chart id=\"by-department\"", "<chart id=\"by-category\""},
    };
    const test::TemporaryFolder folder;
    test::write_file(folder / "report.xml", TemplateStore().read("report.xml"));
    EXPECT_TRUE(schema_accepts("report", folder / "report.xml"));
    EXPECT_NO_THROW(ReportTemplate{TemplateStore(folder.path().string())});
    for (const Mistake& mistake : mistakes) {
        test::write_file(folder / "report.xml", with_mistake("report.xml", mistake));
        EXPECT_FALSE(schema_accepts("report", folder / "report.xml")) << mistake.written;
        EXPECT_THROW(ReportTemplate{TemplateStore(folder.path().string())}, JobError)
            << mistake.written;
    }
}

// What a table has is known to the descriptions of its columns alone, so that a new one needs no
// line in the schema.
TEST(ReportTemplate, AColumnThatTheTableDoesNotHaveIsRefusedWithItsPlaceAndThoseItHas) {
    const Mistake mistakes[] = {
        {"<column id=\"opening\"", "<column id=\"opened\""},
        {"<column id=\"moved-in\"", "<column id=\"department\""},  // of another table
        {"label=\"category\" values", "label=\"categories\" values"},
        {"label=\"department\" values", "label=\"category\" values"},
        {"values=\"sole joint\"", "values=\"sole share\""},
    };
    const test::TemporaryFolder folder;
    for (const Mistake& mistake : mistakes) {
        test::write_file(folder / "report.xml", with_mistake("report.xml", mistake));
        try {
            const ReportTemplate refused{TemplateStore(folder.path().string())};
            ADD_FAILURE() << mistake.written;
        } catch (const JobError& error) {
            EXPECT_NE(error.diagnostic().place.line, 0u) << mistake.written;
        }
    }
}

// Every column is printed with a title of its own.
TEST(ReportTemplate, NamesEveryColumnOfEveryTable) {
    const ReportTemplate official{TemplateStore()};
    for (const TableTraits* table : report_tables()) {
        const ReportTableLabel* labels = official.table(table->id);
        ASSERT_NE(labels, nullptr) << table->id;
        for (const ColumnTraits& column : table->columns) {
            EXPECT_NE(labels->column(column.id), nullptr) << table->id << " " << column.id;
        }
    }
}

Ledger read_with(const std::filesystem::path& folder) {
    Diagnostics diagnostics;
    Draft draft;
    return read_ledger(draft, TemplateStore(folder.string()), diagnostics);
}

TEST(LedgerTemplateSchema, SchemaAndReaderRefuseTheSameMistakes) {
    if (!test::has_program("xmllint")) GTEST_SKIP() << "xmllint is not installed";
    const Mistake mistakes[] = {
        {"urn:dutylist:ledger:1", "urn:dutylist:ledger:2"},
        {"<column id=\"month\">", "<colum id=\"month\"/><column id=\"month\">"},
        {"<column id=\"month\">", "<column id=\"moth\">"},
        {"<column id=\"unit\">", "<column id=\"month\">"},
        {"<column id=\"unit\">", "<column name=\"unit\">"},
        {"<column id=\"unit\">", "<column id=\"unit\" width=\"2\">"},
        {"<head>月份</head>", "<heading>月份</heading>"},
        {"<head>月份</head>", "<head/>"},
        {"<head>报告期</head>", "<head>月份</head>"},
        {"<head>报告期</head>", "<head>单位</head>"},
        {"<head>渠道</head><head>调整渠道</head>", ""},
        {"<column id=\"remark\"><head>备注</head><head>序号</head></column>", ""},
        {"kind=\"recalled\"", "kind=\"basic\""},
        {"kind=\"recalled\"", "kind=\"recall\""},
        {"<name>收回</name>", "<name>基本</name>"},
        {"<name>收回</name>", "<name value=\"1\">收回</name>"},
    };
    const test::TemporaryFolder folder;
    test::write_file(folder / "ledger.xml", TemplateStore().read("ledger.xml"));
    EXPECT_TRUE(schema_accepts("ledger", folder / "ledger.xml"));
    try {  // the form is right, the ledger itself is empty
        read_with(folder.path());
        FAIL();
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().code, Code::ledger_without_table);
    }
    for (const Mistake& mistake : mistakes) {
        test::write_file(folder / "ledger.xml", with_mistake("ledger.xml", mistake));
        EXPECT_FALSE(schema_accepts("ledger", folder / "ledger.xml")) << mistake.written;
        try {
            read_with(folder.path());
            FAIL() << mistake.written;
        } catch (const JobError& error) {
            EXPECT_NE(error.diagnostic().code, Code::ledger_without_table) << mistake.written;
            EXPECT_GT(error.diagnostic().place.line, 0u) << mistake.written;
        }
    }
}

}  // namespace
}  // namespace dutylist
