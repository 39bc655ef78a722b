#pragma once

#include "pipeline/export_inputs.h"

namespace dutylist {

// The outputs of a monthly report and of a department view.
void write_xlsx_of_report(const ReportInput& input, Sink& sink, Diagnostics& diagnostics);
void verify_xlsx_of_report(const ReportInput& input, const WrittenBytes& bytes);
void write_html_of_report(const ReportInput& input, Sink& sink, Diagnostics& diagnostics);
void write_json_of_report(const ReportInput& input, Sink& sink, Diagnostics& diagnostics);

}  // namespace dutylist
