#include "pipeline/office/office.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist {
namespace {

Office read(std::string body) {
    return read_office(
        {"office.xml", "<office xmlns=\"urn:dutylist:office:1\">\n" + body + "</office>"});
}

Diagnostic refusal(std::string body) {
    try {
        read(std::move(body));
    } catch (const JobError& error) {
        return error.diagnostic();
    }
    return {};
}

TEST(Office, AliasesCountAsTheirDepartment) {
    const Office office = read(
        "<departments><department name='甲县农业农村局'><alias>甲县农牧局</alias></department>"
        "</departments>");
    EXPECT_EQ(office.departments.counted_as("甲县农牧局"), "甲县农业农村局");
    EXPECT_EQ(office.departments.counted_as("甲县农 牧局"), "甲县农业农村局");
    EXPECT_EQ(office.departments.counted_as("甲县水利局"), "甲县水利局");
}

TEST(Office, ReadsRulesTermsAndSuppressions) {
    const Office office = read(
        "<rules><rule id='text.control-character' enabled='no' severity='info'/></rules>"
        "<terms><term>板凳夜话</term></terms>"
        "<suppressions><suppress rule='text.control-character' list='basic' number='12'>原件如此"
        "</suppress></suppressions>");
    ASSERT_EQ(office.rules.size(), 1u);
    EXPECT_FALSE(office.rules[0].enabled);
    EXPECT_EQ(office.rules[0].severity, "info");
    EXPECT_EQ(office.terms, std::vector<std::string>{"板凳夜话"});
    ASSERT_EQ(office.suppressions.size(), 1u);
    EXPECT_EQ(office.suppressions[0].list, "basic");
    EXPECT_EQ(office.suppressions[0].number, "12");
    EXPECT_EQ(office.suppressions[0].reason, "原件如此");
}

TEST(Office, ReadsTheSample) {
    const Office office = read_office(read_source(DUTYLIST_SOURCE_DIR "/samples/office.xml"));
    EXPECT_FALSE(office.departments.empty());
}

struct Mistake {
    const char* body;
    Code code;
};

class OfficeMistakes : public testing::TestWithParam<Mistake> {};

TEST_P(OfficeMistakes, AreRefusedWithTheirLine) {
    const Diagnostic refused = refusal(GetParam().body);
    EXPECT_EQ(id_of(refused.code), id_of(GetParam().code)) << refused.message(Language::english);
    EXPECT_EQ(refused.place.file, "office.xml");
    EXPECT_GE(refused.place.line, 2u);
}

INSTANTIATE_TEST_SUITE_P(
    All, OfficeMistakes,
    testing::Values(
        Mistake{"<department/>", Code::xml_unknown_element},
        Mistake{"<terms/><terms/>", Code::xml_unknown_element},
        Mistake{"<terms><term/></terms>", Code::xml_missing},
        Mistake{"<terms kind='x'/>", Code::xml_unknown_attribute},
        Mistake{"<departments><department/></departments>", Code::xml_missing},
        Mistake{"<departments><department name='甲'/><department name='甲'/></departments>",
                Code::office_name_twice},
        Mistake{"<departments><department name='甲'><alias>乙</alias></department>"
                "<department name='乙'/></departments>",
                Code::office_name_twice},
        Mistake{"<rules><rule id='no.such-rule'/></rules>", Code::office_unknown_rule},
        Mistake{"<rules><rule id='text.control-character' severity='bad'/></rules>",
                Code::xml_bad_value},
        Mistake{"<rules><rule id='text.control-character' enabled='perhaps'/></rules>",
                Code::xml_bad_value},
        Mistake{"<suppressions><suppress rule='text.control-character'/></suppressions>",
                Code::xml_missing},
        Mistake{"<suppressions><suppress rule='text.control-character' list='x'>r</suppress>"
                "</suppressions>",
                Code::xml_bad_value},
        Mistake{"<suppressions><suppress rule='text.control-character' number='2a'>r</suppress>"
                "</suppressions>",
                Code::xml_bad_value}));

TEST(Office, AnotherRootIsNoOfficeFile) {
    try {
        read_office({"office.xml", "<office/>"});
        FAIL();
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().code, Code::office_not_an_office_file);
    }
}

}  // namespace
}  // namespace dutylist
