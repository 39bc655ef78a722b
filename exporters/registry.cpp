#include "pipeline/registry.h"

#include <array>

#include "exporters/booklet/booklet_pdf.h"
#include "exporters/comparison/comparison_exporters.h"
#include "exporters/json/json_exporter.h"
#include "exporters/proof/proof_exporters.h"
#include "exporters/report/report_exporters.h"
#include "exporters/statistics/statistics_exporters.h"
#include "exporters/statistics/statistics_workbook.h"
#include "exporters/trace/trace.h"
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
using enum Subject;

// One row a file; rows of a subject with the same target are written together, in this order.
constexpr std::array exporters{
    Exporter{document, "xlsx", ".xlsx", "工作簿", "workbook", true,
             OfDocument{write_workbook, verify_workbook}},
    Exporter{document, "pdf", ".pdf", "手册", "booklet", true,
             OfDocument{booklet::write_pdf, booklet::verify_pdf}},
    Exporter{document, "saddle", ".saddle.pdf", "骑马订拼版",
             "booklet imposed for saddle stitching", false,
             OfDocument{booklet::write_saddle_pdf, booklet::verify_pdf}},
    Exporter{document, "2up", ".2up.pdf", "一面两页拼版", "booklet, two pages a side", false,
             OfDocument{booklet::write_two_up_pdf, booklet::verify_pdf}},
    Exporter{document, "statistics", ".statistics.json", "统计（JSON）", "statistics, JSON", true,
             OfDocument{write_statistics_json}},
    Exporter{document, "statistics", ".statistics.xlsx", "统计工作簿", "statistics, workbook", true,
             OfDocument{write_statistics_workbook, verify_statistics_workbook}},
    Exporter{document, "statistics", ".categories.csv", "类别统计表", "statistics by category, CSV",
             true, OfDocument{write_categories_csv}},
    Exporter{document, "statistics", ".departments.csv", "部门统计表",
             "statistics by department, CSV", true, OfDocument{write_departments_csv}},
    Exporter{document, "xml", ".xml", "标准 XML", "canonical XML", true, OfDocument{write_xml}},
    Exporter{document, "json", ".json", "JSON", "JSON", false, OfDocument{write_json}},
    Exporter{document, "trace", ".trace.txt", "版面记录", "page layout as text", false,
             OfDocument{trace::write_trace, trace::verify_trace}},

    Exporter{part, "pdf", ".pdf", "部分清单的手册", "booklet of a part", true,
             OfDocument{booklet::write_pdf, booklet::verify_pdf}},
    Exporter{part, "saddle", ".saddle.pdf", "部分清单的骑马订拼版",
             "booklet of a part imposed for saddle stitching", false,
             OfDocument{booklet::write_saddle_pdf, booklet::verify_pdf}},
    Exporter{part, "2up", ".2up.pdf", "部分清单的一面两页拼版",
             "booklet of a part, two pages a side", false,
             OfDocument{booklet::write_two_up_pdf, booklet::verify_pdf}},
    Exporter{part, "trace", ".trace.txt", "部分清单的版面记录", "page layout of a part as text",
             false, OfDocument{trace::write_trace, trace::verify_trace}},

    Exporter{findings, "sarif", ".sarif", "审校结果（SARIF 2.1.0）", "findings, SARIF 2.1.0", false,
             OfFindings{proof::write_sarif}},
    Exporter{findings, "html", ".check.html", "网页审校单", "proof sheet, web page", false,
             OfFindings{proof::write_html}},
    Exporter{findings, "xlsx", ".check.xlsx", "Excel 审校单", "proof sheet, workbook", false,
             OfFindings{proof::write_xlsx, proof::verify_xlsx}},
    Exporter{findings, "pdf", ".check.pdf", "PDF 审校单", "proof sheet, PDF", false,
             OfFindings{proof::write_pdf, proof::verify_pdf}},
    Exporter{findings, "json", ".check.json", "审校结果（JSON）", "findings, JSON", false,
             OfFindings{proof::write_json}},
    Exporter{findings, "text", ".check.txt", "审校结果（文本）", "findings, text", false,
             OfFindings{proof::write_text}},
    Exporter{correction, "fix", ".corrected.xml", "改正后的清单", "corrected list", false,
             OfCorrection{proof::write_corrected}},
    Exporter{correction, "fix", ".changes.txt", "改动清单", "what was corrected", false,
             OfCorrection{proof::write_changes}},

    Exporter{comparison, "xlsx", ".compare.xlsx", "比较工作簿", "comparison, workbook", false,
             OfComparison{write_comparison_workbook, verify_comparison_workbook}},
    Exporter{comparison, "json", ".compare.json", "比较结果（JSON）", "comparison, JSON", false,
             OfComparison{write_comparison_json}},
    Exporter{comparison, "text", ".compare.txt", "比较结果（文本）", "comparison, text", false,
             OfComparison{write_comparison_text}},

    Exporter{report, "xlsx", ".xlsx", "月报工作簿", "report, workbook", true,
             OfReport{write_xlsx_of_report, verify_xlsx_of_report}},
    Exporter{report, "pdf", ".pdf", "月报（PDF）", "report, PDF", true,
             OfReport{write_pdf_of_report, verify_pdf_of_report}},
    Exporter{report, "html", ".html", "月报网页", "report, web page", true,
             OfReport{write_html_of_report}},
    Exporter{report, "json", ".json", "月报（JSON）", "report, JSON", true,
             OfReport{write_json_of_report}},
    Exporter{department_view, "xlsx", ".xlsx", "部门视图工作簿", "department view, workbook", true,
             OfReport{write_xlsx_of_report, verify_xlsx_of_report}},
    Exporter{department_view, "pdf", ".pdf", "部门视图（PDF）", "department view, PDF", true,
             OfReport{write_pdf_of_report, verify_pdf_of_report}},
    Exporter{department_view, "html", ".html", "部门视图网页", "department view, web page", true,
             OfReport{write_html_of_report}},
    Exporter{department_view, "json", ".json", "部门视图（JSON）", "department view, JSON", true,
             OfReport{write_json_of_report}},

    Exporter{archived, "xml", ".xml", "归档的标准 XML", "archived canonical XML", true,
             OfArchived{write_archived_xml}},
};

}  // namespace

std::span<const Exporter> exporter_table() { return exporters; }

}  // namespace dutylist
