#pragma once

#include <filesystem>

#include "pipeline/exporter.h"

namespace dutylist::booklet {

// The rows of the registry for the printed booklet: as a tagged PDF for archive and screen, and
// imposed for the printer (saddle stitching, two pages a side). Prepared as print.xml says.
void write_pdf(const ExportInput& input, Sink& sink, Diagnostics& diagnostics);
void write_saddle_pdf(const ExportInput& input, Sink& sink, Diagnostics& diagnostics);
void write_two_up_pdf(const ExportInput& input, Sink& sink, Diagnostics& diagnostics);
void verify_pdf(const ExportInput& input, const WrittenBytes& bytes);

}  // namespace dutylist::booklet
