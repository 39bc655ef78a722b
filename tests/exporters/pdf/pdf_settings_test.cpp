#include "exporters/pdf/pdf_settings.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/templates/template_store.h"
#include "tests/support/files.h"
#include "tests/support/temporary_folder.h"

namespace dutylist::pdf {
namespace {

class PrintSettings : public testing::Test {
protected:
    PdfSettings read(std::string_view xml,
                     std::optional<Imposition::Kind> imposition = std::nullopt) {
        test::write_file(folder_ / "print.xml", xml);
        return read_print_settings(TemplateStore(folder_.path().string()), imposition);
    }
    Code error(std::string_view xml) {
        try {
            read(xml);
        } catch (const JobError& error) {
            EXPECT_EQ(error.diagnostic().place.line, 1u);
            return error.diagnostic().code;
        }
        return Code::internal_failure;
    }
    test::TemporaryFolder folder_;
};

TEST_F(PrintSettings, OfficialTemplateDrawsNoMarksAndImposesOnDemand) {
    const TemplateStore official;
    EXPECT_FALSE(read_print_settings(official).crop_marks);
    EXPECT_FALSE(read_print_settings(official).imposition);
    const PdfSettings saddle = read_print_settings(official, Imposition::Kind::saddle);
    ASSERT_TRUE(saddle.imposition);
    EXPECT_EQ(saddle.imposition->kind, Imposition::Kind::saddle);
    EXPECT_NEAR(saddle.imposition->creep, 0.283, 0.001);
    EXPECT_NEAR(read_print_settings(official, Imposition::Kind::two_up).imposition->sheet_width,
                841.89, 0.01);
}

TEST_F(PrintSettings, LengthsAreMillimetres) {
    const PdfSettings settings =
        read("<print><crop-marks draw=\"true\" length=\"25.4\" distance=\"12.7\"/></print>");
    ASSERT_TRUE(settings.crop_marks);
    EXPECT_NEAR(settings.crop_marks->length, 72, 1e-9);
    EXPECT_NEAR(settings.crop_marks->margin(), 108, 1e-9);
}

TEST_F(PrintSettings, MistakesAreToldWithTheirPlace) {
    EXPECT_EQ(error("<print><crop-mark/></print>"), Code::xml_unknown_element);
    EXPECT_EQ(error("<print><crop-marks colour=\"red\"/></print>"), Code::xml_unknown_attribute);
    EXPECT_EQ(error("<print><saddle creep=\"-1\"/></print>"), Code::xml_bad_value);
    EXPECT_EQ(error("<print><saddle sheet-width=\"210\"/></print>"), Code::xml_missing);
}

}  // namespace
}  // namespace dutylist::pdf
