#include "exporters/paged/page_style.h"

#include <algorithm>
#include <set>
#include <utility>

#include <gtest/gtest.h>

#include "exporters/page_formats.h"
#include "exporters/proof/proof_pages.h"
#include "exporters/report/report_pages.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/registry.h"
#include "pipeline/report/report_template.h"
#include "tests/support/booklets.h"
#include "tests/support/template_overlay.h"

namespace dutylist::paged {
namespace {

Document one_item() {
    Document document;
    document.title = "履职事项清单";
    DutyList& list = document.lists.emplace_back();
    list.columns = {{CellRole::number, "序号"}, {CellRole::name, "事项名称"}};
    Item& item = list.items.emplace_back();
    item.cells.resize(2);
    item.cells[0].text = "1";
    item.cells[1].text = "加强基层党组织建设。";
    return document;
}

std::vector<typeset::PagedDocument> every_subject(const TemplateStore& templates) {
    Diagnostics diagnostics;
    const Document document = one_item();
    Report report;
    report.title = "月报";
    report.legend = {"小数按四舍五入。"};
    const proof::ProofedDocument proofed{document, {}};
    std::vector<typeset::PagedDocument> subjects;
    subjects.push_back(test::lay_out(document, diagnostics, {}, templates));
    subjects.push_back(
        make_report_pages(report, ReportTemplate(templates), templates, "", 0, diagnostics));
    subjects.push_back(proof::make_proof_pages(
        std::span(&proofed, 1), proof::read_proof_template(templates), templates, "", diagnostics));
    return subjects;
}

TEST(PageStyle, OneFileSetsThePaperOfEverySubject) {
    const test::TemplateOverlay overlay("pages.xml", "height=\"297\"", "height=\"305\"");
    for (const typeset::PagedDocument& document : every_subject(overlay.store())) {
        ASSERT_FALSE(document.pages.empty());
        EXPECT_NEAR(document.pages.front().height, 305 * pt_of_mm, 0.01) << document.title;
    }
}

TEST(PageStyle, ASubjectsOwnTemplateGoesFirst) {
    const test::TemplateOverlay overlay("booklet.xml", "<page duplex",
                                        "<page height=\"305\" duplex");
    const auto subjects = every_subject(overlay.store());
    EXPECT_NEAR(subjects[0].pages.front().height, 305 * pt_of_mm, 0.01);
    EXPECT_NEAR(subjects[1].pages.front().height, 297 * pt_of_mm, 0.01);
}

TEST(PageStyle, AMistakeIsToldWithItsLine) {
    for (const auto& [passage, other] :
         {std::pair("— {page} —", "— {pge} —"), std::pair("rule=\"0.5\"", "rule=\"-1\""),
          std::pair("area-width=\"156\"", "area-width=\"190\""),
          std::pair("leading=\"13\"", "leading=\"9\"")}) {
        const test::TemplateOverlay overlay("pages.xml", passage, other);
        try {
            read_page_style(overlay.store());
            FAIL() << passage;
        } catch (const JobError& error) {
            EXPECT_EQ(error.diagnostic().code, Code::xml_bad_value) << passage;
            EXPECT_GT(error.diagnostic().place.line, 1u);
        }
    }
}

TEST(PageFormats, EachServesEverySubject) {
    const TemplateStore templates;
    for (const typeset::PagedDocument& document : every_subject(templates)) {
        for (const typeset::PageFormat& format : page_formats) {
            const std::string bytes = format.writer(templates)(document);
            EXPECT_NO_THROW(format.verify(MemoryBytes("pages", bytes)))
                << format.target << document.title;
        }
    }
}

TEST(PageFormats, EachIsARowOfEveryPagedSubject) {
    for (const typeset::PageFormat& format : page_formats) {
        std::set<Subject> subjects;
        for (const Exporter& exporter : exporter_table()) {
            if (exporter.target == format.target) subjects.insert(exporter.subject);
        }
        EXPECT_EQ(subjects,
                  (std::set{Subject::document, Subject::part, Subject::report,
                            Subject::department_view, Subject::findings, Subject::archived}))
            << format.target;
    }
}

TEST(PageFormats, AnEmptyFileIsNotTakenForPages) {
    for (const typeset::PageFormat& format : page_formats) {
        EXPECT_THROW(format.verify(MemoryBytes("empty", "")), JobError) << format.target;
    }
}

}  // namespace
}  // namespace dutylist::paged
