#include "exporters/report/report_workbook.h"

#include "exporters/report/report_chart_sheet.h"
#include "exporters/report/report_summary_sheet.h"
#include "exporters/spreadsheet/workbook_check.h"

namespace dutylist {

void write_report_workbook(const Report& report, const ReportTemplate& labels,
                           const TemplateStore& templates, std::int64_t timestamp, Sink& sink) {
    const ReportSheetStyle style = read_report_sheet_style(templates);
    spreadsheet::Workbook workbook(sink, {.timestamp = timestamp,
                                          .default_font = style.sheets.font,
                                          .title = report.title,
                                          .subject = report.scope + " " + report.period.chinese()});
    const ReportBook book{report, labels, style, workbook};
    // The narrative comes first but refers to the tables, so it is written when they have places.
    spreadsheet::Sheet* summary = nullptr;
    if (!report.narrative.empty()) summary = &workbook.add_sheet(labels.label("narrative"));
    TablePlaces places;
    for (const ReportTable& table : report.tables) {
        places[table.id] = write_table_sheet(book, workbook.add_sheet(table.title), table);
    }
    if (summary) write_summary_sheet(book, *summary, places);
    if (!report.charts.empty()) {
        write_chart_sheet(book, workbook.add_sheet(labels.label("charts")), places);
    }
    workbook.close();
}

void verify_report_workbook(const Report& report, const WrittenBytes& bytes) {
    // Rows and cells were counted when the writer closed the file.
    spreadsheet::check_workbook_parts(bytes, report.tables.size());
}

}  // namespace dutylist
