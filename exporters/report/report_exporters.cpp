#include "exporters/report/report_exporters.h"

#include "exporters/report/report_html.h"
#include "exporters/report/report_json.h"
#include "exporters/report/report_workbook.h"
#include "pipeline/timestamp.h"

namespace dutylist {

void write_xlsx_of_report(const ReportInput& input, Sink& sink, Diagnostics&) {
    write_report_workbook(input.report, input.labels, input.templates,
                          timestamp_of(input.report.period), sink);
}

void verify_xlsx_of_report(const ReportInput& input, const WrittenBytes& bytes) {
    verify_report_workbook(input.report, bytes);
}

void write_html_of_report(const ReportInput& input, Sink& sink, Diagnostics&) {
    sink.write(report_html(input.report, input.labels, input.templates));
}

void write_json_of_report(const ReportInput& input, Sink& sink, Diagnostics&) {
    sink.write(report_json(input.report));
}

}  // namespace dutylist
