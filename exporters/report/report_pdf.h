#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/report/report.h"

namespace dutylist {

class TemplateStore;

// The report on A4 paper with the booklet's fonts and typesetting: landscape pages, charts as
// vector frames, tagged PDF/A like the booklet. Long tables stop at the template's paper-rows and
// say so. Writes `file`. Throws JobError.
void write_report_pdf(const Report& report, const ReportTemplate& labels,
                      const TemplateStore& templates, const std::filesystem::path& font_folder,
                      const std::filesystem::path& file, std::int64_t timestamp,
                      Diagnostics& diagnostics);

// Throws JobError output_not_verified unless the file is a whole PDF with pages.
void verify_report_pdf(const std::filesystem::path& file);

}  // namespace dutylist
