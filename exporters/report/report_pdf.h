#pragma once

#include <cstdint>
#include <filesystem>

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/io/sink.h"
#include "pipeline/report/report.h"

namespace dutylist {

class TemplateStore;

// The report on A4 paper with the booklet's fonts and typesetting: landscape pages, charts as
// vector frames, tagged PDF/A like the booklet. Long tables stop at the template's paper-rows and
// say so. Throws JobError.
void write_report_pdf(const Report& report, const ReportTemplate& labels,
                      const TemplateStore& templates, const std::filesystem::path& font_folder,
                      std::int64_t timestamp, Sink& sink, Diagnostics& diagnostics);

}  // namespace dutylist
