#include "pipeline/registry.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "exporters/booklet/booklet.h"
#include "exporters/comparison/comparison_exporters.h"
#include "exporters/json/json_exporter.h"
#include "exporters/page_formats.h"
#include "exporters/proof/proof_exporters.h"
#include "exporters/proof/proof_pages.h"
#include "exporters/report/report_exporters.h"
#include "exporters/report/report_pages.h"
#include "exporters/statistics/statistics_exporters.h"
#include "exporters/statistics/statistics_workbook.h"
#include "exporters/workbook/workbook_exporter.h"
#include "exporters/xml/xml_exporter.h"
#include "pipeline/timestamp.h"

namespace dutylist {
namespace {

using OfDocument = OutputFunctions<ExportInput>;
using OfComparison = OutputFunctions<ComparisonInput>;
using OfReport = OutputFunctions<ReportInput>;
using OfFindings = OutputFunctions<FindingsInput>;
using OfCorrection = OutputFunctions<CorrectionInput>;
using OfArchived = OutputFunctions<ArchivedInput>;
using enum Subject;

// What is printed: a subject's pages, written in any page format.
typeset::PagedDocument pages_of(const ExportInput& input, Diagnostics& diagnostics) {
    return booklet::make_booklet(input, diagnostics);
}

typeset::PagedDocument pages_of(const ReportInput& input, Diagnostics& diagnostics) {
    return make_report_pages(input.report, input.labels, input.templates, input.font_folder,
                             timestamp_of(input.report.period), diagnostics);
}

typeset::PagedDocument pages_of(const FindingsInput& input, Diagnostics& diagnostics) {
    return proof::make_proof_pages(input.documents, proof::read_proof_template(input.templates),
                                   input.templates, input.font_folder, diagnostics);
}

template <std::size_t format, typename Input>
void write_pages(const Input& input, Sink& sink, Diagnostics& diagnostics) {
    // Settings first: a mistake in them should not cost the time of layout.
    const typeset::PageWriter writer = page_formats[format].writer(input.templates);
    sink.write(writer(pages_of(input, diagnostics)));
}

template <std::size_t format, typename Input>
void verify_pages(const Input&, const WrittenBytes& bytes) {
    page_formats[format].verify(bytes);
}

// A printed subject in the rows' words: its names, and what its files are called before the suffix
// of the page format.
struct PrintedSubject {
    Subject subject;
    std::string_view chinese;
    std::string_view english;
    std::string_view infix;
    bool by_default;  // in the page formats that are
};
constexpr PrintedSubject printed_document{document, "手册", "booklet", "", true};
constexpr PrintedSubject printed_part{part, "部分清单的手册", "booklet of a part", "", true};
constexpr PrintedSubject printed_report{report, "月报", "report", "", true};
constexpr PrintedSubject printed_view{department_view, "部门视图", "department view", "", true};
constexpr PrintedSubject printed_findings{findings, "审校单", "proof sheet", ".check", false};

template <std::size_t size>
constexpr std::array<char, size> put_together(std::initializer_list<std::string_view> texts) {
    std::array<char, size> characters{};
    char* at = characters.data();
    for (const std::string_view text : texts) at = std::copy(text.begin(), text.end(), at);
    return characters;
}

template <std::size_t size>
constexpr std::string_view view(const std::array<char, size>& characters) {
    return {characters.data(), size};
}

// Texts of a row, put together while compiling so that it can refer to them: .check.pdf,
// 审校单（PDF）.
template <const PrintedSubject& of, std::size_t format>
struct RowTexts {
    static constexpr const typeset::PageFormat& row = page_formats[format];
    static constexpr std::string_view open = "（", close = "）", comma = ", ";
    static constexpr auto suffix =
        put_together<of.infix.size() + row.suffix.size()>({of.infix, row.suffix});
    static constexpr auto chinese =
        put_together<of.chinese.size() + open.size() + row.chinese.size() + close.size()>(
            {of.chinese, open, row.chinese, close});
    static constexpr auto english =
        put_together<of.english.size() + comma.size() + row.english.size()>(
            {of.english, comma, row.english});
};

template <const PrintedSubject& of, typename Input, std::size_t format>
constexpr Exporter printed_row() {
    using Texts = RowTexts<of, format>;
    return {of.subject,
            page_formats[format].target,
            view(Texts::suffix),
            view(Texts::chinese),
            view(Texts::english),
            of.by_default && page_formats[format].by_default,
            OutputFunctions<Input>{write_pages<format, Input>, verify_pages<format, Input>}};
}

template <const PrintedSubject& of, typename Input, std::size_t begin, std::size_t... format>
constexpr auto printed_rows(std::index_sequence<format...>) {
    return std::array<Exporter, sizeof...(format)>{printed_row<of, Input, begin + format>()...};
}

// Formats for inspection are the last rows of the page formats.
constexpr std::size_t formats_for_use = static_cast<std::size_t>(
    std::find_if(page_formats.begin(), page_formats.end(),
                 [](const typeset::PageFormat& format) { return format.for_inspection; }) -
    page_formats.begin());

template <const PrintedSubject& of, typename Input>
constexpr auto for_use = printed_rows<of, Input, 0>(std::make_index_sequence<formats_for_use>());
template <const PrintedSubject& of, typename Input>
constexpr auto for_inspection = printed_rows<of, Input, formats_for_use>(
    std::make_index_sequence<page_formats.size() - formats_for_use>());

// One row a file; rows of a subject with the same target are written together, in this order.
constexpr std::array workbook_rows{
    Exporter{document, "xlsx", ".xlsx", "工作簿", "workbook", true,
             OfDocument{write_workbook, verify_workbook}},
};
constexpr std::array document_rows{
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
};
constexpr std::array report_workbook_rows{
    Exporter{report, "xlsx", ".xlsx", "月报工作簿", "report, workbook", true,
             OfReport{write_xlsx_of_report, verify_xlsx_of_report}},
};
constexpr std::array report_rows{
    Exporter{report, "html", ".html", "月报网页", "report, web page", true,
             OfReport{write_html_of_report}},
    Exporter{report, "json", ".json", "月报（JSON）", "report, JSON", true,
             OfReport{write_json_of_report}},
};
constexpr std::array view_workbook_rows{
    Exporter{department_view, "xlsx", ".xlsx", "部门视图工作簿", "department view, workbook", true,
             OfReport{write_xlsx_of_report, verify_xlsx_of_report}},
};
constexpr std::array view_rows{
    Exporter{department_view, "html", ".html", "部门视图网页", "department view, web page", true,
             OfReport{write_html_of_report}},
    Exporter{department_view, "json", ".json", "部门视图（JSON）", "department view, JSON", true,
             OfReport{write_json_of_report}},
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
constexpr std::array other_rows{
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
    Exporter{archived, "xml", ".xml", "归档的标准 XML", "archived canonical XML", true,
             OfArchived{write_archived_xml}},
};

template <std::size_t... sizes>
constexpr auto joined_rows(const std::array<Exporter, sizes>&... parts) {
    std::array<Exporter, (sizes + ...)> rows{};
    auto* at = rows.data();
    ((at = std::copy(parts.begin(), parts.end(), at)), ...);
    return rows;
}

constexpr auto exporters = joined_rows(
    workbook_rows, for_use<printed_document, ExportInput>, document_rows,
    for_inspection<printed_document, ExportInput>, for_use<printed_part, ExportInput>,
    for_inspection<printed_part, ExportInput>, findings_rows,
    for_use<printed_findings, FindingsInput>, for_inspection<printed_findings, FindingsInput>,
    other_rows, report_workbook_rows, for_use<printed_report, ReportInput>, report_rows,
    for_inspection<printed_report, ReportInput>, view_workbook_rows,
    for_use<printed_view, ReportInput>, view_rows, for_inspection<printed_view, ReportInput>);

}  // namespace

std::span<const Exporter> exporter_table() { return exporters; }

}  // namespace dutylist
