#include "pipeline/registry.h"

#include <array>

#include "exporters/booklet/booklet_pdf.h"
#include "exporters/json/json_exporter.h"
#include "exporters/statistics/statistics_exporters.h"
#include "exporters/statistics/statistics_workbook.h"
#include "exporters/trace/trace.h"
#include "exporters/workbook/workbook_exporter.h"
#include "exporters/xml/xml_exporter.h"

namespace dutylist {
namespace {

// One row a file; rows with the same target are written together.
constexpr std::array exporters{
    Exporter{"xlsx", ".xlsx", "工作簿", "workbook", true, write_workbook, verify_workbook},
    Exporter{"pdf", ".pdf", "手册", "booklet", true, booklet::write_pdf, booklet::verify_pdf, true},
    Exporter{"saddle", ".saddle.pdf", "骑马订拼版", "booklet imposed for saddle stitching", false,
             booklet::write_saddle_pdf, booklet::verify_pdf, true},
    Exporter{"2up", ".2up.pdf", "一面两页拼版", "booklet, two pages a side", false,
             booklet::write_two_up_pdf, booklet::verify_pdf, true},
    Exporter{"statistics", ".statistics.json", "统计（JSON）", "statistics, JSON", true,
             write_statistics_json, verify_statistics_json},
    Exporter{"statistics", ".statistics.xlsx", "统计工作簿", "statistics, workbook", true,
             write_statistics_workbook, verify_statistics_workbook},
    Exporter{"statistics", ".categories.csv", "类别统计表", "statistics by category, CSV", true,
             write_categories_csv, verify_categories_csv},
    Exporter{"statistics", ".departments.csv", "部门统计表", "statistics by department, CSV", true,
             write_departments_csv, verify_departments_csv},
    Exporter{"xml", ".xml", "标准 XML", "canonical XML", true, write_xml, verify_xml},
    Exporter{"json", ".json", "JSON", "JSON", false, write_json, verify_json},
    Exporter{"trace", ".trace.txt", "版面记录", "page layout as text", false, trace::write_trace,
             trace::verify_trace, true},
};

}  // namespace

std::span<const Exporter> exporter_table() { return exporters; }

}  // namespace dutylist
