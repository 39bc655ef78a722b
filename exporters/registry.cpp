#include "pipeline/registry.h"

#include <array>

#include "exporters/comparison/comparison_exporters.h"
#include "exporters/form/form_workbook.h"
#include "exporters/json/json_exporter.h"
#include "exporters/printed_rows.h"
#include "exporters/proof/proof_exporters.h"
#include "exporters/report/report_exporters.h"
#include "exporters/row_texts.h"
#include "exporters/statistics/statistics_exporters.h"
#include "exporters/statistics/statistics_workbook.h"
#include "exporters/word/word_exporter.h"
#include "exporters/workbook/workbook_exporter.h"
#include "exporters/xml/xml_exporter.h"

namespace dutylist {
namespace {

using OfDocument = OutputFunctions<ExportInput>;
using OfComparison = OutputFunctions<ComparisonInput>;
using OfReport = OutputFunctions<ReportInput>;
using OfFindings = OutputFunctions<FindingsInput>;
using OfCorrection = OutputFunctions<CorrectionInput>;
using OfArchived = OutputFunctions<ArchivedInput>;
using OfForm = OutputFunctions<FormInput>;
using enum Subject;

// What is printed, in every page format.
constexpr PrintedSubject printed_document{document, "手册", "booklet", "", true};
constexpr PrintedSubject printed_part{part, "部分清单的手册", "booklet of a part", "", true};
constexpr PrintedSubject printed_report{report, "月报", "report", "", true};
constexpr PrintedSubject printed_view{department_view, "部门视图", "department view", "", true};
constexpr PrintedSubject printed_findings{findings, "审校单", "proof sheet", ".check", false};

// One row a file; rows of a subject with the same target are written together, in this order.
constexpr std::array workbook_rows{
    Exporter{document, "xlsx", ".xlsx", "工作簿", "workbook", true,
             OfDocument{write_workbook, verify_workbook}},
};
constexpr std::array statistics_rows{
    Exporter{statistics, "json", ".statistics.json", "统计（JSON）", "statistics, JSON", false,
             OfDocument{write_statistics_json}},
    Exporter{statistics, "xlsx", ".statistics.xlsx", "统计工作簿", "statistics, workbook", false,
             OfDocument{write_statistics_workbook, verify_statistics_workbook}},
    Exporter{statistics, "csv", ".categories.csv", "类别统计表", "statistics by category, CSV",
             false, OfDocument{write_categories_csv}},
    Exporter{statistics, "csv", ".departments.csv", "部门统计表", "statistics by department, CSV",
             false, OfDocument{write_departments_csv}},
};
constexpr std::array docx_rows{
    Exporter{document, "docx", ".docx", "Word 文档", "Word document", false,
             OfDocument{write_docx, verify_docx}},
};
constexpr std::array xml_rows{
    Exporter{document, "xml", ".xml", "标准 XML", "canonical XML", true, OfDocument{write_xml}},
};
constexpr std::array json_rows{
    Exporter{document, "json", ".json", "JSON", "JSON", false, OfDocument{write_json}},
};
constexpr std::array findings_rows{
    Exporter{findings, "sarif", ".sarif", "审校结果（SARIF 2.1.0）", "findings, SARIF 2.1.0", false,
             OfFindings{proof::write_sarif}},
    Exporter{findings, "html", ".check.html", "网页审校单", "proof sheet, web page", false,
             OfFindings{proof::write_html}},
    Exporter{findings, "xlsx", ".check.xlsx", "Excel 审校单", "proof sheet, workbook", false,
             OfFindings{proof::write_xlsx, proof::verify_xlsx}},
    Exporter{findings, "json", ".check.json", "审校结果（JSON）", "findings, JSON", false,
             OfFindings{proof::write_json}},
    Exporter{findings, "text", ".check.txt", "审校结果（文本）", "findings, text", false,
             OfFindings{proof::write_text}},
};
constexpr std::array correction_rows{
    Exporter{correction, "fix", ".corrected.xml", "改正后的清单", "corrected list", false,
             OfCorrection{proof::write_corrected}},
    Exporter{correction, "fix", ".changes.txt", "改动清单", "what was corrected", false,
             OfCorrection{proof::write_changes}},
};
constexpr std::array comparison_rows{
    Exporter{comparison, "xlsx", ".compare.xlsx", "比较工作簿", "comparison, workbook", false,
             OfComparison{write_comparison_workbook, verify_comparison_workbook}},
    Exporter{comparison, "json", ".compare.json", "比较结果（JSON）", "comparison, JSON", false,
             OfComparison{write_comparison_json}},
    Exporter{comparison, "text", ".compare.txt", "比较结果（文本）", "comparison, text", false,
             OfComparison{write_comparison_text}},
};
constexpr std::array archived_xml_rows{
    Exporter{archived, "xml", ".xml", "归档的标准 XML", "archived canonical XML", true,
             OfArchived{write_archived_xml}},
};

constexpr std::array form_rows{
    Exporter{form, "xlsx", ".xlsx", "空白表", "form to fill in", true,
             OfForm{write_form, verify_form}},
};

// Forms in which a report and a department's view are written alike, beside pages.
struct ReportForm {
    std::string_view target;
    std::string_view suffix;
    std::string_view chinese;  // behind the name of the subject
    std::string_view english;
    OfReport functions;
};
constexpr ReportForm workbook_form{
    "xlsx", ".xlsx", "工作簿", "workbook", {write_xlsx_of_report, verify_xlsx_of_report}};
constexpr ReportForm page_form{"html", ".html", "网页", "web page", {write_html_of_report}};
constexpr ReportForm json_form{"json", ".json", "（JSON）", "JSON", {write_json_of_report}};

template <const PrintedSubject& of, const ReportForm& form>
struct ReportTexts {
    static constexpr std::string_view comma = ", ";
    static constexpr auto chinese =
        put_together<of.chinese.size() + form.chinese.size()>({of.chinese, form.chinese});
    static constexpr auto english =
        put_together<of.english.size() + comma.size() + form.english.size()>(
            {of.english, comma, form.english});
};

template <const PrintedSubject& of, const ReportForm&... forms>
constexpr std::array report_rows{
    Exporter{of.subject, forms.target, forms.suffix, view(ReportTexts<of, forms>::chinese),
             view(ReportTexts<of, forms>::english), true, forms.functions}...};

// The rows as rows of another subject, which is made from the same.
template <std::size_t size>
constexpr std::array<Exporter, size> rows_of(Subject subject, std::array<Exporter, size> rows) {
    for (Exporter& row : rows) {
        row.subject = subject;
        row.by_default = false;
    }
    return rows;
}

// convert writes all statistics of a list together.
constexpr auto statistics_of_document = [] {
    auto rows = rows_of(document, statistics_rows);
    for (Exporter& row : rows) {
        row.target = "statistics";
        row.by_default = true;
    }
    return rows;
}();

template <std::size_t... sizes>
constexpr auto joined_rows(const std::array<Exporter, sizes>&... parts) {
    std::array<Exporter, (sizes + ...)> rows{};
    auto* at = rows.data();
    ((at = std::copy(parts.begin(), parts.end(), at)), ...);
    return rows;
}

constexpr auto exporters = joined_rows(
    // a list
    workbook_rows, for_use<printed_document, ExportInput>, docx_rows, statistics_of_document,
    xml_rows, json_rows, for_inspection<printed_document, ExportInput>,
    // a part of one, and its statistics
    for_use<printed_part, ExportInput>, rows_of(part, docx_rows),
    for_inspection<printed_part, ExportInput>, statistics_rows,
    // proofreading and comparing
    findings_rows, for_use<printed_findings, FindingsInput>,
    for_inspection<printed_findings, FindingsInput>, correction_rows, comparison_rows,
    // the archive: every output of a list, its XML as it was archived
    rows_of(archived, workbook_rows), rows_of(archived, for_use<printed_document, ExportInput>),
    rows_of(archived, docx_rows), rows_of(archived, statistics_of_document), archived_xml_rows,
    rows_of(archived, json_rows), rows_of(archived, for_inspection<printed_document, ExportInput>),
    // the report and a department's view
    report_rows<printed_report, workbook_form>, for_use<printed_report, ReportInput>,
    report_rows<printed_report, page_form, json_form>, for_inspection<printed_report, ReportInput>,
    report_rows<printed_view, workbook_form>, for_use<printed_view, ReportInput>,
    report_rows<printed_view, page_form, json_form>, for_inspection<printed_view, ReportInput>,
    // an empty list
    form_rows);

}  // namespace

std::span<const Exporter> exporter_table() { return exporters; }

}  // namespace dutylist
