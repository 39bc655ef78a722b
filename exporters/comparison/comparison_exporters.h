#pragma once

#include "pipeline/export_inputs.h"

namespace dutylist {

// The outputs of a comparison: for programs, as its text without colour, and as a workbook.
void write_comparison_json(const ComparisonInput& input, Sink& sink, Diagnostics& diagnostics);
void write_comparison_text(const ComparisonInput& input, Sink& sink, Diagnostics& diagnostics);
void write_comparison_workbook(const ComparisonInput& input, Sink& sink, Diagnostics& diagnostics);
void verify_comparison_workbook(const ComparisonInput& input, const WrittenBytes& bytes);

}  // namespace dutylist
