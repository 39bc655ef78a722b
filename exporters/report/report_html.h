#pragma once

#include <string>

#include "pipeline/report/report.h"

namespace dutylist {

// The report as one HTML file without outside references: readable and printable without scripts;
// with them, tables can be sorted by a click on a head and filtered by typing. Charts are inline
// SVG. Every number of the narrative links to its cell. Looks are those of report_web.xml; throws
// JobError for a mistake in it.
std::string report_html(const Report& report, const ReportTemplate& labels,
                        const TemplateStore& templates);

}  // namespace dutylist
