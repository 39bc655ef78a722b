#pragma once

#include "pipeline/export_inputs.h"

namespace dutylist::proof {

// The outputs of proofreading: the proof sheet in its forms, the findings for programs and as text
// without colour.
void write_sarif(const FindingsInput& input, Sink& sink, Diagnostics& diagnostics);
void write_html(const FindingsInput& input, Sink& sink, Diagnostics& diagnostics);
void write_xlsx(const FindingsInput& input, Sink& sink, Diagnostics& diagnostics);
void verify_xlsx(const FindingsInput& input, const WrittenBytes& bytes);
void write_json(const FindingsInput& input, Sink& sink, Diagnostics& diagnostics);
void write_text(const FindingsInput& input, Sink& sink, Diagnostics& diagnostics);

// And of what was corrected: the list as canonical XML, and the changes, one a line.
void write_corrected(const CorrectionInput& input, Sink& sink, Diagnostics& diagnostics);
void write_changes(const CorrectionInput& input, Sink& sink, Diagnostics& diagnostics);

}  // namespace dutylist::proof
