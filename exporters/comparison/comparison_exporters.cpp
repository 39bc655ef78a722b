#include "exporters/comparison/comparison_exporters.h"

#include "exporters/comparison/comparison_json.h"
#include "exporters/comparison/comparison_text.h"
#include "exporters/json/diagnostics_json.h"
#include "exporters/report/report_workbook.h"
#include "pipeline/timestamp.h"

namespace dutylist {
namespace {

Report report_of(const ComparisonInput& input) {
    return comparison_report(input.before, input.after, input.comparison, input.labels);
}

}  // namespace

void write_comparison_json(const ComparisonInput& input, Sink& sink, Diagnostics&) {
    JsonWriter json;
    json.begin_object();
    write_comparison(json, input.before, input.after, input.comparison);
    json.key("diagnostics");
    write_diagnostics(json, input.diagnostics, input.language);
    json.end_object();
    sink.write(json.finish());
}

void write_comparison_text(const ComparisonInput& input, Sink& sink, Diagnostics&) {
    sink.write(comparison_text(input.before, input.after, input.comparison, input.labels, false));
}

void write_comparison_workbook(const ComparisonInput& input, Sink& sink, Diagnostics&) {
    const Report report = report_of(input);
    write_report_workbook(report, input.labels, input.templates, timestamp_of(report.period), sink);
}

void verify_comparison_workbook(const ComparisonInput& input, const WrittenBytes& bytes) {
    verify_report_workbook(report_of(input), bytes);
}

}  // namespace dutylist
