#include "exporters/pdf/pdf_writer.h"

#include <clocale>
#include <regex>

#include <gtest/gtest.h>

#include "exporters/pdf/pdf_inspection.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "tests/support/files.h"
#include "tests/support/paged_documents.h"
#include "tests/support/programs.h"
#include "tests/support/temporary_folder.h"

namespace dutylist::pdf {
namespace {

using test::run_program;

class PdfWriter : public testing::Test {
protected:
    void SetUp() override {
        if (!test::cff_font() || !test::truetype_font()) GTEST_SKIP() << "fonts missing";
    }
    std::string write(const typeset::PagedDocument& document, const PdfSettings& settings = {}) {
        const auto file = folder_ / "test.pdf";
        test::write_file(file, make_pdf(document, settings));
        return "'" + file.string() + "'";
    }
    // The text of the sample's first run of the cover, replaced by what `change` makes of it.
    template <typename Change>
    std::string text_of_first_line(std::string_view text, Change change) {
        typeset::PagedDocument document = test::sample_document();
        typeset::GlyphRun& run = document.pages[0].layers[0].runs[0];
        run = test::make_run(document, 0, 20, {100, 100}, text, 1);
        change(run);
        const std::string output =
            run_program("pdftotext -raw -l 1 " + write(document) + " -").output;
        return output.substr(0, output.find('\n'));
    }
    test::TemporaryFolder folder_;
};

TEST_F(PdfWriter, SatisfiesQpdf) {
    const auto result = run_program("qpdf --check " + write(test::sample_document()));
    EXPECT_EQ(result.status, 0) << result.output;
    EXPECT_EQ(result.output.find("WARNING"), std::string::npos) << result.output;
}

TEST_F(PdfWriter, EmbedsSubsetsOfItsFontsWithUnicode) {
    const auto result = run_program("pdffonts " + write(test::sample_document()));
    EXPECT_TRUE(std::regex_search(
        result.output,
        std::regex("[A-Z]{6}\\+NotoSerifCJKsc-Regular\\S* +CID Type 0C +Identity-H +yes yes yes")))
        << result.output;
    EXPECT_TRUE(std::regex_search(
        result.output,
        std::regex("[A-Z]{6}\\+LXGWWenKai-Regular +CID TrueType +Identity-H +yes yes yes")))
        << result.output;
}

TEST_F(PdfWriter, TextComesOutExactlyInPopplerAndMupdf) {
    const std::string file = write(test::sample_document());
    const auto poppler = run_program("pdftotext -raw " + file + " -");
    // What follows on the turned page stands across the direction of its page number.
    EXPECT_EQ(poppler.output.substr(0, poppler.output.rfind("。\n") + 4),
              "青石镇履职事项清单\n党的建设……1\n\f"
              "事项名称（A）\n1.贯彻执行党的路线方针政策；\n2.加强基层组织建设，\n— 1 —\n\f"
              "严肃党内政治生活。\n");
    const auto mupdf = run_program("mutool draw -q -F text " + file + " 2");
    EXPECT_NE(mupdf.output.find("1.贯彻执行党的路线方针政策；"), std::string::npos) << mupdf.output;
}

TEST_F(PdfWriter, TagTreeHasEveryCellOnceAndNoArtifact) {
    const auto result = run_program("pdfinfo -struct-text " + write(test::sample_document()));
    const std::string text = std::regex_replace(result.output, std::regex("[\\s\"]+"), "");
    EXPECT_NE(text.find("TD1.贯彻执行党的路线方针政策；2.加强基层组织建设，"
                        "严肃党内政治生活。"),
              std::string::npos)
        << result.output;
    EXPECT_EQ(text.find("—1—"), std::string::npos);
}

TEST_F(PdfWriter, GlyphWithTwoTextsKeepsBoth) {
    EXPECT_EQ(text_of_first_line("青大青⾭青",
                                 [](typeset::GlyphRun& run) {
                                     for (const std::size_t i : {2u, 3u, 4u}) {
                                         run.glyphs[i].id = run.glyphs[0].id;
                                     }
                                 }),
              "青大青⾭青");
}

TEST_F(PdfWriter, GlyphOfSeveralCharactersGivesThemAll) {
    EXPECT_EQ(text_of_first_line("甲——乙",
                                 [](typeset::GlyphRun& run) {
                                     run.glyphs[1].text_end = run.glyphs[2].text_end;
                                     run.glyphs.erase(run.glyphs.begin() + 2);
                                 }),
              "甲——乙");
}

TEST_F(PdfWriter, ClusterOfSeveralGlyphsGivesItsTextOnce) {
    EXPECT_EQ(text_of_first_line("甲乙丙丁",
                                 [](typeset::GlyphRun& run) {
                                     run.glyphs[1].text_end = run.glyphs[2].text_end;
                                     run.glyphs[2].text_begin = run.glyphs[2].text_end;
                                 }),
              "甲乙丙丁");
}

TEST_F(PdfWriter, SameDocumentGivesSameBytesInAnyLocaleAndTimeZone) {
    const std::string first = make_pdf(test::sample_document(), {});
    ::setenv("TZ", "Asia/Urumqi", 1);
    std::setlocale(LC_ALL, "de_DE.UTF-8");
    EXPECT_EQ(make_pdf(test::sample_document(), {}), first);
    std::setlocale(LC_ALL, "C");
    ::unsetenv("TZ");
}

TEST_F(PdfWriter, DifferentContentGetsAnotherIdentifier) {
    typeset::PagedDocument document = test::sample_document();
    const std::string first = make_pdf(document, {});
    document.pages[1].layers[0].runs[1].origin.x += 1;
    const std::string second = make_pdf(document, {});
    EXPECT_NE(first.substr(first.rfind("/ID"), 40), second.substr(second.rfind("/ID"), 40));
}

TEST_F(PdfWriter, InspectionCountsPages) {
    const std::string bytes = make_pdf(test::sample_document(), {});
    const PdfSummary summary = inspect_pdf(MemoryBytes("test.pdf", bytes));
    EXPECT_EQ(summary.pages, 3u);
    EXPECT_GT(summary.objects, 20u);
}

TEST_F(PdfWriter, InspectionRefusesDamagedFiles) {
    const std::string bytes = make_pdf(test::sample_document(), {});
    std::string shifted = bytes;
    shifted.erase(bytes.size() / 2, 3);
    for (const std::string& damaged : {bytes.substr(0, bytes.size() - 1), bytes.substr(0, 5000),
                                       shifted, std::string("%PDF-1.4\n"), bytes + "x"}) {
        EXPECT_THROW(inspect_pdf(MemoryBytes("test.pdf", damaged)), JobError);
    }
}

TEST_F(PdfWriter, CropMarksEnlargeTheSheetAndKeepTheTrimBox) {
    PdfSettings settings;
    settings.crop_marks = CropMarks{14, 8, 0.3};
    const auto result = run_program("pdfinfo -box " + write(test::sample_document(), settings));
    EXPECT_TRUE(
        std::regex_search(result.output, std::regex("MediaBox: +0.00 +0.00 +639.28 +885.89")))
        << result.output;
    EXPECT_TRUE(
        std::regex_search(result.output, std::regex("TrimBox: +22.00 +22.00 +617.28 +863.89")))
        << result.output;
}

TEST_F(PdfWriter, DocumentWithoutStructureOrPagesIsStillWhole) {
    typeset::PagedDocument document;
    document.title = "空";
    const auto result = run_program("qpdf --check " + write(document));
    EXPECT_EQ(result.status, 0) << result.output;
}

TEST_F(PdfWriter, RandomDocumentsAreCleanAndExact) {
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        std::string text;
        const typeset::PagedDocument document = test::random_document(seed, text);
        const std::string file = write(document);
        const auto qpdf = run_program("qpdf --check " + file);
        EXPECT_EQ(qpdf.status, 0) << "seed " << seed << qpdf.output;
        std::string output = run_program("pdftotext -raw " + file + " -").output;
        // Poppler reads wide gaps as spaces and negative ones as line ends.
        for (std::string* white : {&output, &text}) {
            std::erase_if(*white, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
        }
        EXPECT_EQ(output, text) << "seed " << seed;
    }
}

TEST_F(PdfWriter, SatisfiesPreflightForArchives) {
    PdfSettings marks;
    marks.crop_marks = CropMarks{14, 8, 0.3};
    PdfSettings saddle = marks;
    saddle.imposition = Imposition{};
    for (const PdfSettings& settings : {PdfSettings{}, marks, saddle}) {
        const auto result =
            run_program("python3 " DUTYLIST_SOURCE_DIR "/tests/tools/preflight.py " +
                        write(test::sample_document(), settings));
        if (result.status == 77) GTEST_SKIP() << result.output;
        EXPECT_EQ(result.status, 0) << result.output;
    }
}

}  // namespace
}  // namespace dutylist::pdf
