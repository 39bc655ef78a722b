// Every number of the templates' looks: what its schema refuses, the reader refuses, with the line.
#include <algorithm>
#include <functional>
#include <regex>

#include <gtest/gtest.h>

#include "exporters/booklet/booklet_template.h"
#include "exporters/looks/chart_looks.h"
#include "exporters/looks/looks.h"
#include "exporters/proof/proof_template.h"
#include "exporters/report/report_pages_style.h"
#include "exporters/report/report_sheet_style.h"
#include "exporters/report/report_web_style.h"
#include "exporters/sheet_layout/workbook_template.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "tests/support/programs.h"
#include "tests/support/template_overlay.h"

namespace dutylist {
namespace {

struct Reader {
    std::string file;  // without .xml
    std::function<void(const TemplateStore&)> read;
};

const Reader readers[] = {
    {"charts", [](const TemplateStore& t) { read_chart_looks(t, Looks(t)); }},
    {"sheets", [](const TemplateStore& t) { read_sheet_style(t, Looks(t)); }},
    {"report_sheets", [](const TemplateStore& t) { read_report_sheet_style(t); }},
    {"report_web", [](const TemplateStore& t) { read_report_web_style(t); }},
    {"report_pages", [](const TemplateStore& t) { read_report_pages_style(t); }},
    {"pages", [](const TemplateStore& t) { paged::read_page_style(t); }},
    {"proof", [](const TemplateStore& t) { proof::read_proof_template(t); }},
    {"booklet", [](const TemplateStore& t) { booklet::read_booklet_template(t); }},
    {"workbook", [](const TemplateStore& t) { read_workbook_template(t); }},
};

// Numbers of these are counts or texts, which have rules of their own.
bool is_number_of_looks(const std::string& attribute) {
    for (const char* other :
         {"version", "text", "top", "rows-per-page", "whole-lines", "indent", "title",
          "more-columns-than", "most-columns", "bookmark-characters"}) {
        if (attribute == other) return false;
    }
    return true;
}

// Every attribute of the built-in file that is a number, where it stands: "leading=\"13\"".
std::vector<std::string> numbers_of(const std::string& xml) {
    static const std::regex number(R"(\s([a-z\-]+)=\"-?[0-9]+(\.[0-9]+)?\")");
    std::vector<std::string> found;
    for (std::sregex_iterator at(xml.begin(), xml.end(), number), end; at != end; ++at) {
        if (!is_number_of_looks(at->str(1))) continue;
        const std::string text = at->str();
        if (std::find(found.begin(), found.end(), text) == found.end()) found.push_back(text);
    }
    return found;
}

TEST(TemplateNumbers, WhatASchemaRefusesTheReaderRefusesWithItsLine) {
    for (const Reader& reader : readers) {
        const std::vector<std::string> numbers =
            numbers_of(TemplateStore().read(reader.file + ".xml"));
        EXPECT_GT(numbers.size(), 4u) << reader.file;
        for (const std::string& number : numbers) {
            for (const char* wrong : {"\"wide\"", "\"-1\"", "\"99999999\"", "\"\""}) {
                const std::string other = number.substr(0, number.find('"')) + wrong;
                // Page lengths and the like have no greatest value of their own.
                const test::TemplateOverlay overlay(reader.file + ".xml", number, other);
                const bool valid = test::has_program("xmllint") &&
                                   test::run_program("xmllint --noout --schema " DUTYLIST_SOURCE_DIR
                                                     "/templates/schemas/" +
                                                     reader.file + ".xsd " +
                                                     (overlay / (reader.file + ".xml")).string())
                                           .status == 0;
                if (valid) continue;
                try {
                    reader.read(overlay.store());
                    ADD_FAILURE() << reader.file << other;
                } catch (const JobError& error) {
                    EXPECT_GT(error.diagnostic().place.line, 0u) << reader.file << other;
                }
            }
        }
    }
}

// An attribute that is none is not passed over.
TEST(TemplateNumbers, AMisspeltSettingIsToldWithItsLine) {
    for (const Reader& reader : readers) {
        for (const std::string& number : numbers_of(TemplateStore().read(reader.file + ".xml"))) {
            const std::size_t equals = number.find('=');
            const test::TemplateOverlay overlay(
                reader.file + ".xml", number,
                number.substr(0, equals) + "x" + number.substr(equals));
            try {
                reader.read(overlay.store());
                ADD_FAILURE() << reader.file << number;
            } catch (const JobError& error) {
                EXPECT_GT(error.diagnostic().place.line, 0u) << reader.file << number;
            }
        }
    }
}

}  // namespace
}  // namespace dutylist
