#pragma once

#include <cstdint>
#include <filesystem>

#include "exporters/typeset/frame.h"
#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/report/report.h"

namespace dutylist {

class TemplateStore;

// The report and the department view laid out as report_pages.xml says: text, charts as vector
// frames, tables on landscape pages. Long tables stop at the template's paper-rows and say so.
// Characters that no font has are errors in `diagnostics`. Throws JobError (no font, a template's
// mistake).
typeset::PagedDocument make_report_pages(const Report& report, const ReportTemplate& labels,
                                         const TemplateStore& templates,
                                         const std::filesystem::path& font_folder,
                                         std::int64_t timestamp, Diagnostics& diagnostics);

}  // namespace dutylist
